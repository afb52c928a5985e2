import type { Random } from '../../random.js';
import type { GoldPiece, GoldStory } from '../gold.js';
import { newShortLines, type ShortLines, shortLines } from './short-lines.js';
import { clauseOf, personName } from './words.js';

/** Content of a story besides paragraphs; each in about every tenth. */
export type Feature =
  | 'list'
  | 'dialogue'
  | 'verse'
  | 'table'
  | 'lone mark'
  | 'Latin words'
  | 'markup'
  | 'items'
  | ShortLines;
export const features: readonly Feature[] = [
  ...shortLines,
  'list',
  'dialogue',
  'verse',
  'table',
  'lone mark',
  'Latin words',
  'markup',
  'items',
];

/** Public domain: Li Bai, Wang Zhihuan, Wang Anshi, Du Fu. */
const poems = [
  ['床前明月光，', '疑是地上霜。', '举头望明月，', '低头思故乡。'],
  ['白日依山尽，黄河入海流。', '欲穷千里目，更上一层楼。'],
  ['京口瓜洲一水间，', '钟山只隔数重山。', '春风又绿江南岸，', '明月何时照我还。'],
  [
    '好雨知时节，当春乃发生。',
    '随风潜入夜，润物细无声。',
    '野径云俱黑，江船火独明。',
    '晓看红湿处，花重锦官城。',
  ],
];

type Piece = Omit<GoldPiece, 'story'>;

/** Material of a feature: the story's body, and clauses of its words, with a range of lengths. */
interface Material {
  body: GoldPiece[];
  clause(low: number, high: number): string;
  random: Random;
}

/** Puts a feature into a story's body, if its texts allow it. */
export function addFeature(story: GoldStory, feature: Feature, random: Random): void {
  const { body, number } = story;
  const at = feature === 'letter' ? body.length : random.integer(1, body.length);
  const clause = (low: number, high: number) =>
    clauseOf(random.pick(body), random, [low, high]) ??
    clauseOf(body[0]!, random, [2, 30]) ??
    '推动高质量发展';
  const pieces = makers[feature]({ body, clause, random });
  body.splice(at, 0, ...pieces.map((piece) => ({ ...piece, story: number })));
}

/** The pieces of each feature; inline features change a paragraph and have none. */
const makers: Record<Feature, (material: Material) => Piece[]> = {
  list: newList,
  dialogue: newDialogue,
  verse: ({ random }) => [{ role: 'verse', text: random.pick(poems).join('\n') }],
  table: newTable,
  'lone mark': ({ clause }) => [
    { role: 'paragraph', text: `${clause(8, 13)}——` },
    { role: 'paragraph', text: '……' },
  ],
  'Latin words': addLatin,
  markup: addMarkup,
  items: newItems,
  ...newShortLines,
};

function newList({ clause, random }: Material): Piece[] {
  const mark = random.pick([(n: number) => `（${'一二三四五六'[n]}）`, (n: number) => `${n + 1}.`]);
  const count = random.integer(3, 5);
  return Array.from({ length: count }, (_, n) => ({
    role: 'list',
    text: `${mark(n)}${clause(6, 30)}${n + 1 < count ? '；' : '。'}`,
  }));
}

function newDialogue({ clause, random }: Material): Piece[] {
  const [ask, answer] = random.pick([
    ['问：', '答：'],
    ['记者：', `${personName(random)}：`],
  ] as const);
  const texts = [
    `${ask}${clause(6, 20)}有哪些考虑？`,
    `${answer}${clause(6, 30)}。${clause(6, 30)}，${clause(6, 30)}。`,
  ];
  return [...texts, ...texts.map((text) => text.replace(clause(2, 4), clause(4, 8)))].map((text) => ({
    role: 'paragraph',
    text,
  }));
}

function newTable({ clause, random }: Material): Piece[] {
  const row = () =>
    `${clause(3, 6)}\u3000${random.integer(100, 9000)}\u3000${random.integer(1, 99)}.${random.integer(0, 9)}%`;
  return [{ role: 'table', text: ['指标\u3000总量\u3000增长', row(), row(), row()].join('\n') }];
}

function addLatin({ body, random }: Material): Piece[] {
  const words = random.pick(['Manufacturing Execution System', 'Artificial Intelligence', 'Belt and Road']);
  const piece = body.find(({ role, text }) => role === 'paragraph' && text.includes('，'));
  if (piece) piece.text = piece.text.replace('，', `（${words}），`);
  return [];
}

function addMarkup({ body, random }: Material): Piece[] {
  const piece = body.find(({ role }) => role === 'paragraph');
  if (piece)
    piece.text += random.pick(['“2+4”体系里*号产品占30%。', '邮箱a_b_c@example.com。', '见<b>表1</b>。']);
  return [];
}

function newItems({ clause, random }: Material): Piece[] {
  const mark = random.pick([...'●▲◆□']);
  return [1, 2, 3].map(() => ({ role: 'list', text: `${mark}${clause(8, 30)}，${clause(8, 30)}。` }));
}

/** A caption about a story, as a photograph's. */
export function newCaption(story: GoldStory, random: Random): GoldPiece {
  const clause = clauseOf(random.pick(story.body), random, [6, 24]) ?? '会议现场';
  const day = `${random.integer(1, 12)}月${random.integer(1, 28)}日`;
  const scene = random.pick(['工作现场', '活动现场', '会议现场']);
  const name = personName(random);
  const text = random.weighted([
    [`${day}，${clause}。图为${scene}。${random.pick(['记者', '本报记者'])}\u3000${name}\u3000摄`, 4],
    [`${day}，${clause}。新华社记者\u3000${name}\u3000摄`, 2],
    [`图为${scene}。${clause}。（资料图）`, 1],
    [`${clause}${scene}。通讯员\u3000${name}\u3000摄`, 1],
    [`▲${clause}。${name}摄`, 1],
    [`图：${clause}（本报记者${name}摄）`, 1],
    [`${day}，${name}（左${random.pick([...'一二三四'])}）在${scene}，${clause}。\u3000新华社记者摄`, 1],
    [
      `${day}，${name}（${random.pick(['左一', '右二', '前排中', '中'])}）${clause}。当日，${clause}。新华社记者${name}摄`,
      1.5,
    ],
    [`${day}，${clause}。当日，${clause}。${random.pick(['新华社发', '新华社记者\u3000摄'])}`, 1],
    [`${clause}，${clause}。\u3000${name}\u3000摄`, 1],
    [`新华社照片，北京，2025年${day}\u3000${clause}`, 0.5],
  ] as const);
  return { role: 'caption', story: story.number, text };
}

/** A line of page furniture. */
export function newFurniture(random: Random): GoldPiece {
  const day = `2025年${random.integer(1, 12)}月${random.integer(1, 28)}日`;
  const week = `星期${random.pick([...'一二三四五六日'])}`;
  const text = random.weighted([
    [`A${random.integer(1, 9)}版`, 1],
    [`0${random.integer(1, 8)}`, 1],
    [`第${random.pick([...'一二三四'])}版`, 1],
    [`0${random.integer(1, 8)}\u3000${random.pick(['要闻', '综合', '时政'])}`, 1],
    [`责任编辑：${personName(random)}`, 2],
    [`责编：${personName(random)}\u3000校对：${personName(random)}`, 1],
    [`新闻热线：0935-${random.integer(1000000, 9999999)}`, 1],
    [`${day}\u3000${week}`, 2],
    [`${day}\u3000${week}\u3000农历乙巳年正月廿${random.pick([...'一三五七九'])}`, 1],
    ['金昌日报', 1],
    [`A${random.integer(10, 19)}\u3000${random.pick(['城事', '港闻', '民生', '天下'])}`, 1],
    [`${random.pick(['要闻', '综合', '城事'])}·${random.integer(2, 8)}版`, 1],
    [`第${random.integer(2, 9)}页\u3000共12页`, 0.5],
    [`—\u3000${random.integer(2, 999)}\u3000—`, 0.5],
  ] as const);
  return { role: 'furniture', story: -1, text };
}
