import type { Sentence } from './sentence.js';

/** Sentences about a designer's style sheets. */
export const sheets = {
  'stray-brace': [
    '样式表里多了一个 }，前面没有与之成对的 {',
    '樣式表裡多了一個 }，前面沒有與之成對的 {',
    'Unexpected } in a style sheet, expected { before it',
  ],
  'take-brace-out': ['把它删去。', '把它刪去。', 'Remove it.'],
  'open-brace': [
    '样式表到末尾也没有与这个 { 成对的 }',
    '樣式表到末尾也沒有與這個 { 成對的 }',
    'Unexpected end of a style sheet, expected } for this {',
  ],
  'behind-brace': [
    '它后面的规则都不起作用。',
    '它後面的規則都不起作用。',
    'The rules after it have no effect.',
  ],
  'no-sheet-file': [
    '样式表旁没有文件“{1}”',
    '樣式表旁沒有檔案「{1}」',
    'There is no file "{1}" beside the style sheet',
  ],
  'copy-beside-sheet': [
    '把它复制到样式表旁，或改正名字。',
    '把它複製到樣式表旁，或改正名字。',
    'Copy it there, or correct its name.',
  ],
  'incomplete-font-face': [
    '@font-face 要有 font-family 和 src',
    '@font-face 要有 font-family 和 src',
    'Unexpected @font-face, expected a font-family and a src',
  ],
  'write-font-face': [
    '写成 @font-face { font-family: mine; src: url("mine.ttf"); }',
    '寫成 @font-face { font-family: mine; src: url("mine.ttf"); }',
    'Write @font-face { font-family: mine; src: url("mine.ttf"); }',
  ],
  'font-elsewhere': [
    '字体的地址“{1}”不是样式表旁的文件',
    '字型的地址「{1}」不是樣式表旁的檔案',
    'Unexpected address "{1}" of a font, expected a file beside the sheet',
  ],
  'save-font': [
    '把字体存成 .ttf，放在样式表旁。',
    '把字型存成 .ttf，放在樣式表旁。',
    'Save the font as a .ttf file beside the sheet.',
  ],
  'unfit-font': [
    '字体“{1}”{2}，应是静态的 TrueType 字体',
    '字型「{1}」{2}，應是靜態的 TrueType 字型',
    'The font "{1}" {2}, expected a static TrueType font',
  ],
  'font-postscript': ['用的是 PostScript 曲线', '用的是 PostScript 曲線', 'has PostScript outlines'],
  'font-collection': ['是几种字体的合集', '是幾種字型的合集', 'is a collection of fonts'],
  'font-none': ['不是字体', '不是字型', 'is not a font'],
  'font-variable': ['是可变字体', '是可變字型', 'is variable'],
  'font-cut': ['不完整', '不完整', 'is truncated'],
  'convert-font': [
    '取它单一字重的 .ttf，或转换一次（FontForge）。',
    '取它單一字重的 .ttf，或轉換一次（FontForge）。',
    'Use its .ttf file with one weight, or convert it (FontForge: Generate Fonts, TrueType).',
  ],
  'page-property': [
    '样式表的 @page 里不能写 {1}',
    '樣式表的 @page 裡不能寫 {1}',
    'Unexpected {1} of @page in a style sheet',
  ],
  'write-trim': [
    '开本写在 manuscript/publication.yaml：trim: A5，或 trim: 140x203。',
    '開本寫在 manuscript/publication.yaml：trim: A5，或 trim: 140x203。',
    'Write it as trim: in manuscript/publication.yaml (trim: A5, trim: 140x203).',
  ],
  'write-type-area': [
    '版心是整数的字和行：在 :root 里写 --width-share、--em、--line。',
    '版心是整數的字和行：在 :root 裡寫 --width-share、--em、--line。',
    'The type area is a whole number of characters and lines: write --width-share, --em and --line in :root.',
  ],
  'write-press': [
    '出血和裁切线是印刷文件的：见 manuscript/publication.yaml 的 press:。',
    '出血和裁切線是印刷檔案的：見 manuscript/publication.yaml 的 press:。',
    'Bleed and marks belong to the press file: see press: in manuscript/publication.yaml.',
  ],
  'margin-box': [
    '@page 里不能有页边框 @{1}',
    '@page 裡不能有頁邊框 @{1}',
    'Unexpected margin box @{1}, expected none',
  ],
  'style-furniture': [
    '书眉和页码已经在页上：改 .running-head 和 .folio 的样式。',
    '書眉和頁碼已經在頁上：改 .running-head 和 .folio 的樣式。',
    'Running heads and folios are on the page already: style .running-head and .folio.',
  ],
  'not-a-length': [
    '{1} 的“{2}”不是用 pt、mm 或 cm 写的长度',
    '{1} 的「{2}」不是用 pt、mm 或 cm 寫的長度',
    'Unexpected {1} "{2}", expected a length in pt, mm or cm',
  ],
  'write-length': ['写成 {1}。', '寫成 {1}。', 'Write {1}.'],
  'not-a-number': [
    '{1} 的“{2}”应是不带单位的数',
    '{1} 的「{2}」應是不帶單位的數',
    'Unexpected {1} "{2}", expected a number without a unit',
  ],
  'text-in-content': [
    'content: 里的字，稿件里没有',
    'content: 裡的字，稿件裡沒有',
    'Unexpected text in content:, which is in no manuscript',
  ],
  'write-into-article': [
    '写进稿件；◆、■、※ 这样的花饰不受限制。',
    '寫進稿件；◆、■、※ 這樣的花飾不受限制。',
    'Write it into the article; ornaments such as ◆, ■ and ※ are allowed.',
  ],
  'theme-without-page': [
    '主题“{1}”没有 page.css',
    '主題「{1}」沒有 page.css',
    'The theme "{1}" has no page.css',
  ],
  'copy-page-css': [
    '把 literary/page.css 复制进去：它说明 --em 和 --line。',
    '把 literary/page.css 複製進去：它說明 --em 和 --line。',
    'Copy literary/page.css into it: it sets --em and --line.',
  ],
  'unread-variable': [
    '变量 {1} 没有任何地方用到',
    '變數 {1} 沒有任何地方用到',
    'Unexpected variable {1}, which is used nowhere',
  ],
  'empty-variable': ['变量 {1} 没有值', '變數 {1} 沒有值', 'Unexpected variable {1}, which has no value'],
  'list-of-variables': [
    'styles/README.md 列有全部变量。',
    'styles/README.md 列有全部變數。',
    'styles/README.md lists the variables.',
  ],
  'unknown-font': [
    '书里没有字体“{1}”',
    '書裡沒有字型「{1}」',
    'Unexpected font "{1}", which the book does not have',
  ],
  'bring-font': [
    '把它的 .ttf 放在样式表旁，用 @font-face 写明 font-family: "{1}" 和 src；或用 chongpai-serif、chongpai-hei、chongpai-kai。',
    '把它的 .ttf 放在樣式表旁，用 @font-face 寫明 font-family: "{1}" 和 src；或用 chongpai-serif、chongpai-hei、chongpai-kai。',
    'Put its .ttf beside the sheet, with an @font-face of font-family: "{1}" and its src; or use chongpai-serif, chongpai-hei, chongpai-kai.',
  ],
} as const satisfies Record<string, Sentence>;
