import type { RuleWords } from './sentence.js';

/** What the desk says of the rules about characters. */
export const characterRuleWords = {
  'letter-spacing': {
    reason: [
      '为撑满一行而拉开字距，字间空格无义。',
      '為撐滿一行而拉開字距，字間空格無義。',
      'The line was letter-spaced to fill its measure; the blanks between its characters say nothing.',
    ],
  },
  'control-character': {
    reason: [
      '看不见的控制字符，在正文中无义。',
      '看不見的控制字元，在正文中無義。',
      'The character is invisible and says nothing in running text.',
    ],
  },
  radical: {
    reason: [
      '误用部首的码位，本意是汉字。',
      '誤用部首的碼位，本意是漢字。',
      'The code point of a radical stands where the character is meant.',
    ],
  },
  'compatibility-ideograph': {
    reason: [
      '兼容字与本字等同，字体和检索都用本字。',
      '相容字與本字等同，字型和檢索都用本字。',
      'Unicode defines the character as equal to another, which fonts and searches expect.',
    ],
  },
  'full-width-alphanumeric': {
    reason: [
      '横排中数字和拉丁字母用半角。',
      '橫排中數字和拉丁字母用半形。',
      'Digits and Latin letters are half-width in horizontal text.',
    ],
  },
  'doubled-heading': {
    reason: [
      '伪粗体把标题印了两遍，第二遍不是正文。',
      '偽粗體把標題印了兩遍，第二遍不是正文。',
      'Fake bold prints a heading twice; the second copy is not text.',
    ],
  },
  'phrase-space': {
    reason: [
      '词组或姓名之间的空格是原文，占一字。',
      '詞組或姓名之間的空格是原文，占一字。',
      'A blank between phrases or names is part of the text and one em wide.',
    ],
  },
  'justification-space': {
    reason: [
      '汉字与西文之间的空格是排版撑出来的，编辑并没有打。',
      '漢字與西文之間的空格是排版撐出來的，編輯並沒有打。',
      'Justification put space between Han and Latin characters; an editor writes none.',
    ],
  },
  dash: {
    reason: ['中文破折号占两字。', '中文破折號占兩字。', 'A dash in Chinese text is two em dashes.'],
  },
  ellipsis: {
    reason: [
      '中文省略号六点，占两字。',
      '中文刪節號六點，占兩字。',
      'An ellipsis in Chinese text is six dots on two places.',
    ],
  },
  'punctuation-width': {
    reason: [
      '中文里的标点用全角，数字和西文里的用半角。',
      '中文裡的標點用全形，數字和西文裡的用半形。',
      'Marks in Chinese text are full-width, marks inside numbers and Latin words half-width.',
    ],
  },
  'middle-dot': {
    reason: [
      '人名书名的间隔号是 U+00B7。',
      '人名書名的間隔號是 U+00B7。',
      'The dot between the parts of a name is U+00B7.',
    ],
  },
  'numeral-zero': {
    reason: ['汉字数目里的零写作〇。', '漢字數目裡的零寫作〇。', 'The zero among Chinese numerals is 〇.'],
  },
  'straight-quote': {
    reason: ['中文引号分左右。', '中文引號分左右。', 'Chinese quotation marks have a direction.'],
    asks: [
      '直引号不成对：“{text}”',
      '直引號不成對：「{text}」',
      'Straight quotation marks without partners: “{text}”',
    ],
    remedy: ['改字，或保留原字。', '改字，或保留原字。', 'Correct it, or keep the source.'],
  },
  'unbalanced-quote': {
    reason: [
      '引号、括号、书名号成对出现。',
      '引號、括號、書名號成對出現。',
      'Quotation marks, brackets and title marks come in pairs.',
    ],
    asks: ['{text} 没有与之成对的一半', '{text} 沒有與之成對的一半', '{text} has no partner'],
    remedy: [
      '补上缺的一半，或保留原字。',
      '補上缺的一半，或保留原字。',
      'Add the missing half, or keep the source.',
    ],
  },
  lookalike: {
    reason: [
      '这个字与此处常见的另一字形近。',
      '這個字與此處常見的另一字形近。',
      'The character looks like another one that is usual in this place.',
    ],
    asks: [
      '“{text}”在这里或是“{candidates}”之误',
      '「{text}」在這裡或是「{candidates}」之誤',
      '{text} may be a slip for {candidates} here',
    ],
    remedy: ['选一个字，或保留原字。', '選一個字，或保留原字。', 'Choose a character, or keep the source.'],
  },
  'unknown-character': {
    reason: [
      '这个码位离开原来的字体或程序就没有意义。',
      '這個碼位離開原來的字型或程式就沒有意義。',
      'The code point has no meaning outside the font or the program that made it.',
    ],
    asks: [
      '“{text}”是自造字或乱码',
      '「{text}」是自造字或亂碼',
      '“{text}” is a private or damaged character',
    ],
    remedy: ['照原版改字。', '照原版改字。', 'Correct it after the printed page.'],
  },
} satisfies Record<string, RuleWords>;
