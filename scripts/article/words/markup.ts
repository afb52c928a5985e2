import type { Sentence } from './sentence.js';

/** Sentences about the Markdown of manuscripts. */
export const markup = {
  'line-behind-table': [
    '表格下面紧跟着一行文字，应空一行',
    '表格下面緊跟著一行文字，應空一行',
    'Unexpected line after a table, expected a blank line before it',
  ],
  'row-or-paragraph': [
    '现在排成一段。要是表中的一行，两端加上 |。',
    '現在排成一段。要是表中的一列，兩端加上 |。',
    'It is set as a paragraph. Put | around its cells if it is a row.',
  ],
  'long-row': [
    '这一行有 {1} 格，表头只有 {2} 格',
    '這一列有 {1} 格，表頭只有 {2} 格',
    'Unexpected row of {1} cells, expected {2} as in the head of its table',
  ],
  'added-column': [
    '表格多排一栏。“|”若是正文，写成 \\|。',
    '表格多排一欄。「|」若是正文，寫成 \\|。',
    'The table is set with an additional column. Write \\| for a literal sign.',
  ],
  'unlike-rule': [
    '分隔行有 {1} 栏，上面一行有 {2} 栏，应该一样多',
    '分隔行有 {1} 欄，上面一列有 {2} 欄，應該一樣多',
    'Unexpected rule of {1} columns below a row of {2}, expected the same number',
  ],
  'rows-without-rule': [
    '表头下面没有分隔行 |---|---|',
    '表頭下面沒有分隔行 |---|---|',
    'Unexpected rows without a rule, expected a line |---|---| below the head of a table',
  ],
  'set-as-paragraph': ['现在排成一段。', '現在排成一段。', 'Until then it is set as a paragraph.'],
  'unused-address': [
    '“{2}”的地址“{1}”没有用到，不会印出来',
    '「{2}」的位址「{1}」沒有用到，不會印出來',
    'Unexpected address "{1}" of [{2}], which the article does not use and which is not printed',
  ],
  'take-out-or-escape': [
    '删去它；若是正文，写成 \\[{1}]:。',
    '刪去它；若是正文，寫成 \\[{1}]:。',
    'Delete it, or write \\[{1}]: if it is text.',
  ],
  'comment-at-end': [
    '注释“{1}”后面没有内容',
    '註解「{1}」後面沒有內容',
    'Unexpected comment "{1}" at the end, expected a block after it',
  ],
  'take-comment-out': [
    '把它移到所说的内容前面，或删去。',
    '把它移到所說的內容前面，或刪去。',
    'Move it before the block that it is about, or delete it.',
  ],
  'unexpected-role': [
    '没有“{1}”这种角色，可用：{2}',
    '沒有「{1}」這種角色，可用：{2}',
    'Unexpected role "{1}", expected one of {2}',
  ],
  'taken-for-remark': [
    '是不是“{1}”？现在当作备注，不印。',
    '是不是「{1}」？現在當作備註，不印。',
    'Did you mean "{1}"? It was taken for a remark.',
  ],
  'linked-picture': [
    '图片上的链接“{1}”不会印出来',
    '圖片上的連結「{1}」不會印出來',
    'The link "{1}" of a picture is not printed',
  ],
  'link-in-words': [
    '要印就写进图说；不然去掉链接。',
    '要印就寫進圖說；不然去掉連結。',
    'Write it into the caption if it is to be printed, or take it away.',
  ],
  'plate-without-picture': [
    '“{1}”后面不是图片',
    '「{1}」後面不是圖片',
    'Unexpected block below "{1}", expected a picture',
  ],
  'spread-of-several': [
    '“spread”后面有 {1} 幅图片，而跨页图只能有一幅；现改排为一个整页',
    '「spread」後面有 {1} 幅圖片，而跨頁圖只能有一幅；現改排為一個整頁',
    'Unexpected {1} pictures below "spread", expected one; they are set on a single page',
  ],
  'spread-one': [
    '要跨页的那一幅请单独成段；几幅并排，请写 plate。',
    '要跨頁的那一幅請單獨成段；幾幅並排，請寫 plate。',
    'Put the picture for the spread in its own paragraph, or write plate to show several on one page.',
  ],
  'plate-in-pair': [
    '对照版两种文字并排，“{1}”在这一版不起作用，图片排在原文所在的那一行',
    '對照版兩種文字並排，「{1}」在這一版不起作用，圖片排在原文所在的那一行',
    '"{1}" has no effect where two languages are side by side; the picture stays in its row',
  ],
  'plate-alone': [
    '单语版不受影响；各版都不需要时，删去这行注释。',
    '單語版不受影響；各版都不需要時，刪去這行註釋。',
    'Editions in one language are not affected; remove the comment if no edition needs it.',
  ],
  'spread-in-stab': [
    '线装在书脊一侧穿线，跨页图的中间会被钉住，看不见',
    '線裝在書脊一側穿線，跨頁圖的中間會被釘住，看不見',
    'Stab binding stitches through the inner margin and would hide the middle of a picture across the spread',
  ],
  'spread-on-screen': [
    '手机版一屏一页，没有左右对页，跨页图改排为一个整页',
    '手機版一屏一頁，沒有左右對頁，跨頁圖改排為一個整頁',
    'A phone shows single pages, so the picture for the spread is set on one page',
  ],
  'plate-instead': [
    '把 spread 改成 plate，或改用别的开本、装订方式。',
    '把 spread 改成 plate，或改用別的開本、裝訂方式。',
    'Write plate instead of spread, or choose another trim size or binding.',
  ],
  'picture-below': [
    '把图片放在它下面一行，单独成段。',
    '把圖片放在它下面一行，單獨成段。',
    'Put the picture on the line below it, as a paragraph of its own.',
  ],
  'no-such-note': [
    '没有注 {1}，照原样印出来',
    '沒有註 {1}，照原樣印出來',
    'Unexpected call {1} of a note that there is not; it is printed as it stands',
  ],
  'write-note': [
    '在文末写“{1}: 注文”；若是正文，写成 \\{1}。',
    '在文末寫「{1}: 註文」；若是正文，寫成 \\{1}。',
    'Write "{1}: its text" at the end, or \\{1} if it is text.',
  ],
  'second-headline': [
    '又有一个主标题，每篇只能有一个 #',
    '又有一個主標題，每篇只能有一個 #',
    'Unexpected second headline, expected one # in an article',
  ],
  'second-headline-remedy': [
    '小标题写 ##；另一篇稿件放进另一个文件。',
    '小標題寫 ##；另一篇稿件放進另一個檔案。',
    'Write ## for a crosshead, or put the other story in a separate file.',
  ],
  'empty-heading': [
    '空标题，不会印出来',
    '空標題，不會印出來',
    'Unexpected empty heading, which is not printed',
  ],
  'empty-node': [
    '{1}里没有字，什么也印不出来',
    '{1}裡沒有字，什麼也印不出來',
    '{1} without words is nothing on paper',
  ],
  'a-link': ['链接', '連結', 'A link'],
  'a-quotation': ['引文', '引文', 'A quotation'],
  'a-block-of-code': ['代码块', '程式碼區塊', 'A block of code'],
  'code-in-a-line': ['行内代码', '行內程式碼', 'Code in a line'],
  'write-or-delete': ['写上内容，或删去。', '寫上內容，或刪去。', 'Write its words, or take it out.'],
  'write-heading': [
    '在 # 后面写上标题，或删去。',
    '在 # 後面寫上標題，或刪去。',
    'Write its words after #, or delete it.',
  ],
  'heading-without-blank': [
    '“{1}”：{2} 后面要有空格，才是标题',
    '「{1}」：{2} 後面要有空格，才是標題',
    'Unexpected "{1}", expected a space after {2}',
  ],
  'heading-or-text': [
    '是标题写“{1} {2}”，是正文写 \\{1}。',
    '是標題寫「{1} {2}」，是正文寫 \\{1}。',
    'Write "{1} {2}" for a heading, or \\{1} for a literal sign.',
  ],
  'open-comment': [
    '注释没有结束，要有 -->',
    '註解沒有結束，要有 -->',
    'Unexpected end of a comment, expected -->',
  ],
  'unknown-tag': [
    '不认识的标记 {1}，可用：<br>、<sup>、<sub>、<u>、<ruby>、<b>、<i>、<a>、<p>、<h2>、<table>、<img>',
    '不認識的標記 {1}，可用：<br>、<sup>、<sub>、<u>、<ruby>、<b>、<i>、<a>、<p>、<h2>、<table>、<img>',
    'Unexpected tag {1}, expected one of <br>, <sup>, <sub>, <u>, <ruby>, <b>, <i>, <a>, <p>, <h2>, <table>, <img>',
  ],
  'look-of-tag': [
    '标记 {1} 要的样子不印：其中文字都在',
    '標記 {1} 要的樣子不印：其中文字都在',
    'The look that {1} asks for is left out; its text is printed',
  ],
  'look-is-themes': [
    '样子由主题定：写成 **粗体** 或 *着重*，或另加样式文件。',
    '樣子由主題定：寫成 **粗體** 或 *著重*，或另加樣式檔。',
    'The theme decides: write **bold** or *emphasis*, or add a style sheet of your own.',
  ],
  'spanning-cell': [
    '表格单元 {1} 占几格：其余各格空着',
    '表格單元 {1} 佔幾格：其餘各格空著',
    'The cell {1} spans several places of its table: the others are empty',
  ],
  'write-cells': [
    '如不合意，把文字写进各格。',
    '如不合意，把文字寫進各格。',
    'Write its words into the other cells if they belong there.',
  ],
  'printed-as-is': [
    '照原样印出来。删去它；若是正文，写成 \\<。',
    '照原樣印出來。刪去它；若是正文，寫成 \\<。',
    'It is printed as it is. Delete it, or write \\< for a literal sign.',
  ],
  'items-joined': [
    '以“{1}”“{2}”开头的各行没有隔开，排成了一段',
    '以「{1}」「{2}」開頭的各行沒有隔開，排成了一段',
    'Unexpected lines that begin with {1} and {2} without a blank line between them: they are set as one paragraph',
  ],
  'part-items': [
    '每项前空一行；只要换行，就在前一行末尾写 \\。',
    '每項前空一行；只要換行，就在前一行末尾寫 \\。',
    'Leave a blank line before each item, or end the line above with \\ for a mere line break.',
  ],
  'control-character': [
    '看不见的控制字符 {1}（{2} 处），不会印出来',
    '看不見的控制字元 {1}（{2} 處），不會印出來',
    'Unexpected invisible control character {1} ({2} times), which is not printed',
  ],
  'delete-control': [
    '在编辑器里删去它；多半是复制时带来的。',
    '在編輯器裡刪去它；多半是複製時帶來的。',
    'Delete it in the editor: such characters mostly come in with copied text.',
  ],
  'lone-tag': [
    '标记 {1} 没有 {2} 与它成对',
    '標記 {1} 沒有 {2} 與它成對',
    'Unexpected tag {1} without {2} in its paragraph',
  ],
  'pair-tag': [
    '照原样印出来。在同一段里补上 {1}，或删去它；若是正文，写成 \\<。',
    '照原樣印出來。在同一段裡補上 {1}，或刪去它；若是正文，寫成 \\<。',
    'It is printed as it is. Write {1} in the same paragraph, or delete it; write \\< for a literal sign.',
  ],
  'odd-ruby': [
    '注音写得不完整，应为 <ruby>单<rt>chán</rt></ruby>',
    '注音寫得不完整，應為 <ruby>單<rt>chán</rt></ruby>',
    'Unexpected form of a reading, expected <ruby>单<rt>chán</rt></ruby>',
  ],
  'write-picture': [
    '照原样印出来。图片写成 ![图说](图片.jpg)。',
    '照原樣印出來。圖片寫成 ![圖說](圖片.jpg)。',
    'It is printed as it is. Write a picture as ![caption](picture.jpg).',
  ],
  'front-matter-comment': [
    '稿头里的 {1} 不会印出来',
    '稿頭裡的 {1} 不會印出來',
    'Unexpected {1} in the front matter, which is not printed',
  ],
  'quote-line': [
    '若是正文，把冒号后面整行放进引号。',
    '若是正文，把冒號後面整行放進引號。',
    'Put everything after the colon in quotes, if it is text.',
  ],
  'lost-link': [
    '链接“{1}”没有去处：{2}',
    '連結「{1}」沒有去處：{2}',
    'Unexpected link to "{1}": there is {2}',
  ],
  'no-such-place': ['没有标题或注“{1}”', '沒有標題或註「{1}」', 'no heading or note "{1}"'],
  'no-such-story': ['没有稿件“{1}”', '沒有稿件「{1}」', 'no story "{1}"'],
  'name-a-place': [
    '文字照印，没有链接。写这一期的文件名、标题（#小标题）或注（#^1）。',
    '文字照印，沒有連結。寫這一期的檔名、標題（#小標題）或註（#^1）。',
    'Its words are printed without a link. Name a file of the issue, a heading (#小标题) or a note (#^1).',
  ],
  'unsafe-link': [
    '链接的地址“{1}”不能用，可用：http、https、mailto',
    '連結的位址「{1}」不能用，可用：http、https、mailto',
    'Unexpected address "{1}" of a link, expected http, https or mailto',
  ],
  'printed-without-link': [
    '文字照印，没有链接。',
    '文字照印，沒有連結。',
    'Its words are printed without a link.',
  ],
  'empty-story': [
    '空稿：什么也印不出来',
    '空稿：什麼也印不出來',
    'Unexpected empty story, which prints nothing',
  ],
  'write-or-take-out': [
    '写上正文，或从这一期里删去。',
    '寫上正文，或從這一期裡刪去。',
    'Write its text, or remove it from the issue.',
  ],
  'unlisted-file': [
    '文件 {1} 没有列进 issue.yaml，不会印出来',
    '檔案 {1} 沒有列進 issue.yaml，不會印出來',
    'Unexpected file {1}, which no section of issue.yaml lists; it is not printed',
  ],
  'list-or-move': [
    '列进某一版，或移出文件夹。',
    '列進某一版，或移出資料夾。',
    'Name it in a section, or move it out of the folder.',
  ],
  'no-article-file': [
    '文件 {1} 不会印出来：稿件要直接放在这一期的文件夹里，叫 01.md 这样的名字',
    '檔案 {1} 不會印出來：稿件要直接放在這一期的資料夾裡，叫 01.md 這樣的名字',
    'Unexpected file {1}, expected articles such as 01.md in the folder of the issue; it is not printed',
  ],
  'rename-or-move': [
    '改成 .md 结尾，和别的稿件放在一起，或移出文件夹。',
    '改成 .md 結尾，和別的稿件放在一起，或移出資料夾。',
    'Give it the ending .md and move it beside the others, or out of the folder.',
  ],
} as const satisfies Record<string, Sentence>;
