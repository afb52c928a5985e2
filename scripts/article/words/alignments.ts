import type { Sentence } from './sentence.js';

/** Sentences about a translation beside its source: what is missing, what is extra, what has changed since. */
export const alignments = {
  'named-block': ['{1}“{2}”', '{1}「{2}」', '{1} “{2}”'],
  'a-headline': ['标题', '標題', 'the headline'],
  'a-crosshead': ['小标题', '小標題', 'the crosshead'],
  'a-paragraph': ['一段', '一段', 'the paragraph'],
  'a-list': ['列表', '列表', 'the list'],
  'a-table': ['表格', '表格', 'the table'],
  'a-quoted-block': ['引文', '引文', 'the quotation'],
  'a-kicker': ['眉题', '眉題', 'the kicker'],
  'a-deck': ['副题', '副題', 'the deck'],
  'a-byline': ['署名', '署名', 'the byline'],
  'a-paper-title': ['报名', '報名', 'the title of the paper'],
  'a-publisher': ['出版者', '出版者', 'the publisher'],
  'a-section-title': ['版名', '版名', 'the section title'],
  'write-name': ['在这个文件里写：{1}', '在這個檔案裡寫：{1}', 'Write in this file: {1}'],
  'a-block': ['一块', '一塊', 'the block'],
  'block-not-translated': ['{1}没有译文（{2}）', '{1}沒有譯文（{2}）', 'Missing translation of {1} ({2})'],
  'translate-behind': [
    '译文应接在这一段之后，自成一段。',
    '譯文應接在這一段之後，自成一段。',
    'It belongs after this paragraph, as a block of its own.',
  ],
  'block-translates-nothing': [
    '{1}在 {2} 里没有原文',
    '{1}在 {2} 裡沒有原文',
    'Unexpected {1}, which translates nothing in {2}',
  ],
  'join-translated': [
    '并入它所属的一段：原文一段，译文也一段。',
    '併入它所屬的一段：原文一段，譯文也一段。',
    'Join it with the paragraph that it belongs to: one block of the source is one of the translation.',
  ],
  'block-moved': [
    '{1}的次序和原文不同（{2}）',
    '{1}的次序和原文不同（{2}）',
    'Unexpected place of {1}, expected it in the order of the source ({2})',
  ],
  'matter-not-translated': ['{1}“{2}”没有译文', '{1}「{2}」沒有譯文', 'Missing translation of {1} “{2}”'],
  'matter-translates-nothing': [
    '多出{1}，原文没有',
    '多出{1}，原文沒有',
    'Unexpected translation: the source does not have {1}',
  ],
  'translated-before-change': [
    '{1}译好以后，原文改过',
    '{1}譯好以後，原文改過',
    'The source of {1} has changed since it was translated',
  ],
  'was-before': [
    '原文本来是“{1}”。`chongpai translate export` 会给译者标出来。',
    '原文本來是「{1}」。`chongpai translate export` 會給譯者標出來。',
    'It was “{1}”. `chongpai translate export` marks it for the translator.',
  ],
} as const satisfies Record<string, Sentence>;
