import type { Sentence } from './sentence.js';

/** Sentences about files that exceed a limit, or refer to what they may not load. */
export const bounds = {
  'blocks-too-deep': [
    '引文和列表一层套一层太深，最多 {1} 层',
    '引文和清單一層套一層太深，最多 {1} 層',
    'Unexpected depth, expected quotations and lists nested at most {1} deep',
  ],
  'escape-signs': [
    '如果这些符号是文字，在第一个前面加反斜杠。',
    '如果這些符號是文字，在第一個前面加反斜線。',
    'If these signs are text, put a backslash before the first.',
  ],
  'title-too-long': [
    '标题太长，最多 1000 字',
    '標題太長，最多 1000 字',
    'Unexpected length of a title, expected at most 1000 characters',
  ],
  'cell-too-long': [
    '表格的一格太长，最多 {1} 字',
    '表格的一格太長，最多 {1} 字',
    'Unexpected length of a cell, expected at most {1} characters',
  ],
  'address-too-long': [
    '链接的网址太长，最多 {1} 个字符',
    '連結的網址太長，最多 {1} 個字元',
    'Unexpected length of an address, expected at most {1} characters',
  ],
  'too-many-stories': [
    '里面有 {1} 篇稿件，一期最多 {2} 篇',
    '裡面有 {1} 篇稿件，一期最多 {2} 篇',
    'Unexpected number of stories, {1}, expected at most {2} in an issue',
  ],
  'shorten-it': [
    '写短一些，长文字放进段落。',
    '寫短一些，長文字放進段落。',
    'Shorten it, or make a paragraph of it.',
  ],
  'changed-meanwhile': [
    '排印途中存过，新旧不能排在一本里',
    '排印途中存過，新舊不能排在一本裡',
    'It was saved while the book was made, and one book is not made of two versions',
  ],
  'build-again': ['再排印一次。', '再排印一次。', 'Build again.'],
  'yaml-too-deep': [
    '一层套一层太深，最多 {1} 层',
    '一層套一層太深，最多 {1} 層',
    'Unexpected depth, expected lists nested at most {1} deep',
  ],
  'svg-bomb': [
    '图片“{1}”是 SVG，一层套一层地重画，画不完',
    '圖片「{1}」是 SVG，一層套一層地重畫，畫不完',
    'The picture "{1}" is an SVG that repeats its parts without end',
  ],
  'picture-without-size': ['图片没有宽或高', '圖片沒有寬或高', 'The picture has no width or no height'],
  'sheet-file-outside': [
    '样式表要的文件“{1}”在 styles/ 之外',
    '樣式表要的檔案「{1}」在 styles/ 之外',
    'The file "{1}" of a style sheet lies outside styles/',
  ],
  'sheet-too-deep': [
    '样式表里括号一层套一层太深，最多 {1} 层',
    '樣式表裡括號一層套一層太深，最多 {1} 層',
    'Unexpected depth of brackets in a style sheet, expected at most {1}',
  ],
  'simpler-rule': [
    '把这条规则写简单些，或删去。',
    '把這條規則寫簡單些，或刪去。',
    'Write a simpler rule, or delete it.',
  ],
  'sheet-may-be-why': [
    '可能是 {1} 太复杂，浏览器应付不来：先把它移开再排一次，就知道了。',
    '可能是 {1} 太複雜，瀏覽器應付不來：先把它移開再排一次，就知道了。',
    'Perhaps {1} asks too much of the browser: build without it to find out.',
  ],
  'paragraph-too-long': [
    '一段太长，最多 {1} 字、{2} 处换行',
    '一段太長，最多 {1} 字、{2} 處換行',
    'Unexpected length of a paragraph, expected at most {1} characters and {2} line breaks',
  ],
  'break-paragraph': ['分成几段。', '分成幾段。', 'Break it into paragraphs.'],
  'too-many-signs': [
    '这一段里 < [ ] ` & * _ \\( 多于 {1} 个',
    '這一段裡 < [ ] ` & * _ \\( 多於 {1} 個',
    'Unexpected number of signs < [ ] ` & * _ \\( in a paragraph, expected at most {1}',
  ],
  'yaml-key': [
    '冒号前面要是一个词，不能是列表',
    '冒號前面要是一個詞，不能是清單',
    'Unexpected list as a key, expected a word before the colon',
  ],
  'yaml-alias': [
    '不能用别名“*{1}”，要写出原文',
    '不能用別名「*{1}」，要寫出原文',
    'Unexpected alias "*{1}", expected the words themselves',
  ],
  'quote-asterisk': [
    '以 * 开头的值要加引号。',
    '以 * 開頭的值要加引號。',
    'Put a value that begins with * in quotation marks.',
  ],
  'pdf-bomb': [
    'PDF 里有一段数据展开后超过 {1} MB',
    'PDF 裡有一段資料展開後超過 {1} MB',
    'A stream of the PDF unpacks to more than {1} MB, expected less',
  ],
  'pdf-pages': ['PDF 超过 {1} 页', 'PDF 超過 {1} 頁', 'The PDF has more than {1} pages, expected less'],
  'pdf-endless': ['PDF 的内容没完没了', 'PDF 的內容沒完沒了', 'The content of the PDF goes on without end'],
  'made-or-damaged': [
    '它是有意做成这样的，或者已经损坏。',
    '它是有意做成這樣的，或者已經損壞。',
    'It was made to block whoever opens it, or is damaged.',
  ],
  'sheet-address': [
    '样式表里的地址“{1}”不会载入：排版时什么也不从外面取',
    '樣式表裡的位址「{1}」不會載入：排版時什麼也不從外面取',
    'Unexpected address "{1}" in a style sheet: nothing is loaded while pages are made',
  ],
  'name-out': ['用 --out 指定文件夹。', '用 --out 指定資料夾。', '--out names a folder to write to.'],
  'copy-rules': [
    '把那张样式表的规则抄到这一张里。',
    '把那張樣式表的規則抄到這一張裡。',
    'Copy the rules of that sheet into this one.',
  ],
  'as-data': [
    '把文件改成 data: 地址写进来。',
    '把檔案改成 data: 位址寫進來。',
    'Embed the file as a data: address.',
  ],
  'no-trace': [
    '报告没有说 {1} 是用什么做的',
    '報告沒有說 {1} 是用什麼做的',
    'The report does not list the inputs of {1}',
  ],
  'no-report': [
    '没有报告，应有 report.json',
    '沒有報告，應有 report.json',
    'There is no report, expected a report.json',
  ],
  'not-a-report': ['这不是排印的报告', '這不是排印的報告', 'This is not the report of a build'],
  'build-for-report': [
    '重新排印：报告写在 PDF 旁边。',
    '重新排印：報告寫在 PDF 旁邊。',
    'Build again: the report is written beside the PDFs.',
  ],
} as const satisfies Record<string, Sentence>;
