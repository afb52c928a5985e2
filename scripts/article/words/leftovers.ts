import type { Sentence } from './sentence.js';

/** Sentences about marks that Markdown does not take for markup, and that are printed as they are. */
export const leftovers = {
  'marks-left': [
    '“{1}”没有成为标记，照原样印出来',
    '「{1}」沒有成為標記，照原樣印出來',
    'Unexpected "{1}", which is no markup here and is printed as it stands',
  ],
  'close-bold': [
    '加粗要在字的两边各写 **，紧贴着字；是正文就写 \\*\\*。',
    '加粗要在字的兩邊各寫 **，緊貼著字；是正文就寫 \\*\\*。',
    'Write ** close to the words on both sides for bold, or \\*\\* for literal signs.',
  ],
  'write-stars': [
    '强调请写 *字*，加粗请写 **字**；是正文就在 _ 前面写 \\。',
    '強調請寫 *字*，加粗請寫 **字**；是正文就在 _ 前面寫 \\。',
    'Write *words* for emphasis or **words** for bold, or \\ before each _ for literal signs.',
  ],
  'no-strike': [
    '这里不排删除线。删去 ~~；是正文就写 \\~\\~。',
    '這裡不排刪除線。刪去 ~~；是正文就寫 \\~\\~。',
    'Nothing is struck through here. Delete ~~, or write \\~\\~ for literal signs.',
  ],
  'address-left': [
    '“{1}”没有成为图片或链接，照原样印出来',
    '「{1}」沒有成為圖片或連結，照原樣印出來',
    'Unexpected "{1}", which is no picture or link and is printed as it stands',
  ],
  'write-address': [
    '括号要用半角；地址里有空格，写成 ![图说](<我的 图.jpg>)；是正文就在 [ 前面写 \\。',
    '括號要用半形；位址裡有空格，寫成 ![圖說](<我的 圖.jpg>)；是正文就在 [ 前面寫 \\。',
    'Use ASCII brackets, and write an address with blanks as ![caption](<my picture.jpg>); write \\ before [ if it is text.',
  ],
  'reference-left': [
    '“{1}”没有写明地址，照原样印出来',
    '「{1}」沒有寫明位址，照原樣印出來',
    'Unexpected "{1}" without its address; it is printed as it stands',
  ],
  'define-reference': [
    '另起一行写“[{1}]: 地址”；是正文就在 [ 前面写 \\。',
    '另起一行寫「[{1}]: 位址」；是正文就在 [ 前面寫 \\。',
    'Write "[{1}]: address" on a line of its own, or \\ before [ if it is text.',
  ],
  'wide-heading': [
    '“{1}”：标题的 # 要用半角，后面有空格',
    '「{1}」：標題的 # 要用半形，後面有空格',
    'Unexpected "{1}", expected an ASCII # and a blank before a heading',
  ],
  'write-narrow': ['是标题就写“{1} {2}”。', '是標題就寫「{1} {2}」。', 'Write "{1} {2}" for a heading.'],
  'inline-title': [
    '行内图片的图题“{1}”不会印出来',
    '行內圖片的圖題「{1}」不會印出來',
    'The title "{1}" of a picture within a line is not printed',
  ],
  'picture-alone': [
    '要印图说，就把图片单独成段；不印就删去图题。',
    '要印圖說，就把圖片單獨成段；不印就刪去圖題。',
    'Put the picture in a paragraph of its own to print it as a caption, or delete it.',
  ],
} as const satisfies Record<string, Sentence>;
