import type { Sentence } from './sentence.js';

/** Sentences about manuscripts. */
export const manuscripts = {
  'no-yaml': ['YAML 有误：{1}', 'YAML 有誤：{1}', 'Not valid YAML: {1}'],
  'yaml-tabs': [
    '缩进用空格，不用制表符。',
    '縮排用空格，不用定位字元。',
    'Indent with blanks instead of tabs.',
  ],
  'yaml-value': [
    '看看这一行和上一行：冒号后空一格，有特殊符号的值整个放进引号。',
    '看看這一行和上一行：冒號後空一格，有特殊符號的值整個放進引號。',
    'Look at this line and the one above: a blank follows the colon, and a value with special signs is in quotes as a whole.',
  ],
  'headline-below': [
    '标题写在稿头下面：# 标题。',
    '標題寫在稿頭下面：# 標題。',
    'Write the headline below the front matter, as a line "# …".',
  ],
  'key-instead': ['写成 {1}。', '寫成 {1}。', 'Write {1} instead.'],
  'date-of-folder': [
    '日期写在这一期的文件夹名里；稿件不写，删去这一行。',
    '日期寫在這一期的資料夾名裡；稿件不寫，刪去這一行。',
    'The folder of the issue says the date; delete the line.',
  ],
  'key-of-none': [
    '书里没有它的位置，删去这一行。',
    '書裡沒有它的位置，刪去這一行。',
    'A book has no place for it; delete the line.',
  ],
  'quotes-to-write': ['写成：{1}', '寫成：{1}', 'Write {1}'],
  'close-front-matter': [
    '稿头写完，另起一行写 ---；不是稿头，就把第一行的 --- 删去。',
    '稿頭寫完，另起一行寫 ---；不是稿頭，就把第一行的 --- 刪去。',
    'Write a line --- after the last line of the front matter, or delete the first one if there is none.',
  ],
  'no-json': ['JSON 有误：{1}', 'JSON 有誤：{1}', 'Not valid JSON: {1}'],
  'machine-file': [
    '机器写的文件：从 git 里取回，或删去。',
    '機器寫的檔案：從 git 裡取回，或刪去。',
    'chongpai generates this file: restore it from git or delete it.',
  ],
  'unknown-key': [
    '没有“{1}”这一项，可用：{2}',
    '沒有「{1}」這一項，可用：{2}',
    'Unexpected key "{1}", expected one of {2}',
  ],
  'value-of': ['“{1}”的值不对：{2}', '「{1}」的值不對：{2}', 'Unexpected value of "{1}": {2}'],
  value: ['值不对：{1}', '值不對：{1}', 'Unexpected value of {1}'],
  'one-of': ['可用：{1}', '可用：{1}', 'Invalid option: expected one of {1}'],
  'wrong-type': ['应是 {1}，却是 {2}', '應是 {1}，卻是 {2}', 'Invalid input: expected {1}, received {2}'],
  'two-sided-break': [
    '要有“|”，两边都有词，如 起好步？|人民期待',
    '要有「|」，兩邊都有詞，如 起好步？|人民期待',
    'expected words on both sides of one "|", such as 起好步？|人民期待',
  ],
  'did-you-mean': ['是不是“{1}”？', '是不是「{1}」？', 'Did you mean "{1}"?'],
  'did-you-mean-value': ['是不是 {1}？', '是不是 {1}？', 'Did you mean {1}?'],
  'open-front-matter': [
    '文件开头的 --- 没有与之成对的一行 ---',
    '檔案開頭的 --- 沒有與之成對的一行 ---',
    'Unexpected end of file in the front matter, expected a line ---',
  ],
  'picture-address': [
    '图片地址“{1}”不能用，图片要放在稿件旁边',
    '圖片位址「{1}」不能用，圖片要放在稿件旁邊',
    'Unexpected address "{1}" of a picture, expected a file beside the article',
  ],
  'save-picture': [
    '把图片存进这一期的文件夹。',
    '把圖片存進這一期的資料夾。',
    'Save the picture in the folder of the issue.',
  ],
  'picture-outside': [
    '图片“{1}”在出版物之外，图片要放在稿件旁边',
    '圖片「{1}」在出版物之外，圖片要放在稿件旁邊',
    'Unexpected picture "{1}" outside of the publication, expected a file beside the article',
  ],
  'picture-kind': [
    '图片“{1}”的格式不能用，可用：{2}',
    '圖片「{1}」的格式不能用，可用：{2}',
    'Unexpected picture "{1}", expected one of {2}',
  ],
  'no-picture': ['没有图片“{1}”', '沒有圖片「{1}」', 'There is no picture "{1}"'],
  'no-article': [
    'issue.yaml 里有“{1}”，却没有文件 {2}',
    'issue.yaml 裡有「{1}」，卻沒有檔案 {2}',
    'Unexpected article "{1}", expected a file {2}',
  ],
  'second-article': [
    '“{1}”列了两次，每篇只列一次',
    '「{1}」列了兩次，每篇只列一次',
    'Unexpected second "{1}", expected each article once',
  ],
  'take-out-second': ['删去这一处。', '刪去這一處。', 'Take this one out.'],
  'empty-issue': [
    '这一期是空的，要有 {1}，或 01.md 这样的稿件',
    '這一期是空的，要有 {1}，或 01.md 這樣的稿件',
    'There is nothing to read, expected {1} or articles such as 01.md',
  ],
} as const satisfies Record<string, Sentence>;
