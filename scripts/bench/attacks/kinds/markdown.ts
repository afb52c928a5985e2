import { type Attack, type AttackKind, article, many } from '../attack.js';

const signs = /number of signs/;

/** Text of an article, and how the build ends. */
const texts: Record<string, readonly [string, Attack['ends']]> = {
  'ruby without end': ['<ruby>'.repeat(many), signs],
  'open comments': ['<!-- '.repeat(many), signs],
  'references of notes': [`${'[^1]'.repeat(20_000)}\n\n[^1]: 注。`, signs],
  'notes that cite each other': ['甲[^1]\n\n[^1]: 注[^2]。\n\n[^2]: 注[^1]。', 'told'],
  'a note that is not there': ['甲[^9]', 'told'],
  backticks: ['`'.repeat(many), signs],
  'backticks between letters': ['`a'.repeat(many), signs],
  'open entities': ['&#x'.repeat(many), signs],
  'open pictures': ['![](a'.repeat(20_000), signs],
  'open elements': ['<b>'.repeat(20_000), signs],
  'open brackets': ['['.repeat(many), signs],
  'closed brackets': [']('.repeat(many), signs],
  angles: ['<'.repeat(many), signs],
  stars: ['*a '.repeat(many), signs],
  'double stars': ['a**'.repeat(many), signs],
  underscores: ['_'.repeat(many), signs],
  strokes: ['~~a'.repeat(20_000), 'told'],
  'a table of 100,000 columns': [`${'|'.repeat(many)}\n${'|-'.repeat(many)}`, 'told'],
  'a table of 200 by 200': [
    `|${'甲|'.repeat(200)}\n|${'-|'.repeat(200)}\n${`|${'乙|'.repeat(200)}\n`.repeat(200)}`,
    'told',
  ],
  'a cell of 20,000 characters': [`|甲|\n|-|\n|${'乙'.repeat(20_000)}|`, 'told'],
  '5,000 rules': ['---\n\n'.repeat(5_000), 'told'],
  'escaped brackets': ['\\('.repeat(many), signs],
  escapes: ['\\'.repeat(20_000), 'told'],
  definitions: ['[a]: b\n'.repeat(20_000), signs],
  'definitions in a circle': ['[a]: b\n\n[b]: a\n\n[a][b] [b][a]', 'told'],
  '20,000 forced breaks': ['甲  \n'.repeat(20_000), /length of a paragraph/],
  'a list 100,000 deep': ['1. '.repeat(many), /nested at most 100/],
  'quotations 2,000 deep': [`${'> '.repeat(2_000)}甲`, /nested at most 100/],
  'zero-width blanks': ['甲\u200b'.repeat(20_000), 'told'],
  joiners: ['👪\u200d'.repeat(5_000), 'told'],
  'variation selectors': ['字\ufe00'.repeat(20_000), 'told'],
  controls: [
    Array.from({ length: 30 }, (_, at) => String.fromCharCode(at + 1))
      .join('')
      .repeat(20),
    'told',
  ],
  'right to left': ['א'.repeat(20_000), 'told'],
  tags: ['\u{e0041}'.repeat(5_000), 'told'],
  'a word of 100,000 letters': ['a'.repeat(many), /length of a paragraph/],
  'a word of 20,000 letters': ['a'.repeat(20_000), 'told'],
  'a paragraph of 49,000': ['字'.repeat(49_000), 'done'],
  'a code of 2,000 lines': [`\`\`\`\n${'甲\n'.repeat(2_000)}\`\`\``, 'told'],
  'HTML of style and script': ['<style>p{display:none}</style>\n\n<script>while(1);</script>\n\n甲', 'told'],
  'an open HTML block': ['<div>\n甲', 'told'],
  'readings nested': ['<ruby>甲<rt><ruby>乙<rt>b</rt></ruby></rt></ruby>', 'told'],
  '3,000 readings': ['<ruby>甲<rt>a</rt></ruby>'.repeat(3_000), 'told'],
};

/** Articles that could make a parser or the layout slow, or lose characters. */
export const markdown: AttackKind = {
  name: 'markdown',
  attacks: () => [
    ...Object.entries(texts).map(([name, [text, ends]]): Attack => ({ name, files: article(text), ends })),
    {
      name: 'open front matter',
      files: { 'manuscript/a/01.md': `---\nkicker: 甲\n${'甲\n'.repeat(many)}` },
      ends: /Unexpected end of file in the front matter/,
    },
    {
      name: 'half a character',
      files: { 'manuscript/a/01.md': Buffer.from('2320e4b8800a0aeda0800a', 'hex') },
      ends: /expected UTF-8/,
    },
    { name: 'nothing', files: { 'manuscript/a/01.md': '' }, ends: 'told' },
    { name: 'no title', files: { 'manuscript/a/01.md': '甲\n' }, ends: 'told' },
    { name: 'a hundred titles', files: { 'manuscript/a/01.md': '# 甲\n\n'.repeat(100) }, ends: 'told' },
    {
      name: 'a title of 10^6 digits',
      files: { 'manuscript/a/01.md': `# ${'1'.repeat(1_000_000)}\n\n甲\n` },
      ends: /./,
    },
  ],
};
