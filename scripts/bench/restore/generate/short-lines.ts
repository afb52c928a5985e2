import type { Random } from '../../random.js';
import type { GoldPiece } from '../gold.js';
import { personName, places } from './words.js';

/** Runs of short lines that are not headlines. */
export type ShortLines = 'bullets' | 'names' | 'cells' | 'form' | 'options' | 'letter' | 'English';
export const shortLines: readonly ShortLines[] = [
  'bullets',
  'names',
  'cells',
  'form',
  'options',
  'letter',
  'English',
];

type Piece = Omit<GoldPiece, 'story'>;

/** Material of the pieces. */
interface Material {
  clause(low: number, high: number): string;
  random: Random;
}

const plain = (role: Piece['role'], text: string): Piece => ({ role, text, keepsLines: true });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** The pieces of each kind, in order. */
export const newShortLines: Record<ShortLines, (material: Material) => Piece[]> = {
  bullets: ({ clause, random }) => {
    const mark = random.pick([...'●■◆○·▲']);
    return many(random.integer(3, 6), () => plain('list', `${mark}${clause(6, 14)}`));
  },
  names: ({ clause, random }) => {
    const rows = many(random.integer(2, 5), () =>
      many(random.integer(4, 6), () => spread(personName(random))).join('\u3000'),
    );
    return [{ role: 'paragraph', text: `${clause(6, 20)}名单如下：` }, plain('paragraph', rows.join('\n'))];
  },
  cells: ({ clause, random }) => {
    const row = () => [
      random.pick(places) + random.pick([...'县市区']),
      String(random.integer(100, 9000)),
      `${random.integer(1, 9)}.${random.integer(0, 9)}%`,
    ];
    return [
      { role: 'paragraph', text: `${clause(6, 20)}统计如下。` },
      plain('table', [['地区', '产量', '增幅'], row(), row(), row()].flat().join('\n')),
    ];
  },
  form: ({ clause, random }) =>
    [
      `地址：${random.pick(places)}市中山路${random.integer(1, 90)}号`,
      `联系人：${personName(random)}`,
      `电话：0935-${random.integer(1000000, 9999999)}`,
      `主题：${clause(6, 20)}`,
      `时间：${random.integer(1, 12)}月${random.integer(1, 28)}日上午9时`,
    ].map((text) => plain('paragraph', text)),
  options: ({ clause, random }) => [
    { role: 'paragraph', text: `${random.integer(1, 9)}.${clause(8, 24)}（　　）` },
    ...[...'ABCD'].map((letter) => plain('list', `${letter}.${clause(4, 12)}`)),
  ],
  letter: ({ clause, random }) => [
    plain('paragraph', '此致'),
    plain('paragraph', '敬礼！'),
    plain('paragraph', `${random.pick(places)}市${clause(2, 4)}村民委员会`),
    plain('paragraph', `二〇二四年${random.integer(1, 9)}月${random.integer(1, 28)}日`),
  ],
  English: ({ random }) => {
    const most = random.integer(28, 44);
    return english.map((text) => plain('paragraph', wrapWords(text, most)));
  },
};

/** Sentences of our own. */
const english = [
  'The county council met on Wednesday to discuss a new bridge, which is expected to cost about 3.2 million yuan and to serve nine villages along the river.',
  'Work will begin in spring, said the chairman, and the road will be closed for six weeks.',
];

/** A name of two characters is spread to the width of three. */
function spread(name: string): string {
  return name.length === 2 ? `${name[0]}\u3000${name[1]}` : name;
}

function wrapWords(text: string, most: number): string {
  let width = 0;
  return text
    .split(' ')
    .map((word) => {
      const fits = width + word.length + 1 <= most;
      const part = width === 0 ? word : `${fits ? ' ' : '\n'}${word}`;
      width = fits ? width + word.length + 1 : word.length;
      return part;
    })
    .join('');
}
