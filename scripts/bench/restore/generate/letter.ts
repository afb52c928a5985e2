import type { Random } from '../../random.js';
import type { GoldPiece, GoldStory } from '../gold.js';
import type { Layout } from './layout.js';
import { clauseOf, personName, places } from './words.js';

/** 函, 通知, 感谢信: a typescript with its title before it. */
export function letterLayout(layout: Layout, random: Random): Layout {
  return {
    ...layout,
    titles: 'before',
    frames: 'hidden',
    indent: random.pick(['lost', 'lost', 'wide', 'wide', 'blanks', 'none']),
    setup: {
      ...layout.setup,
      em: random.integer(24, 70) / 2,
      style: random.pick(['full', 'squeezed', 'kaiming']),
    },
  };
}

const names = [
  '感谢信',
  '通知',
  '公告',
  '启事',
  '倡议书',
  '声明',
  '通告',
  '公示',
  '表扬信',
  '慰问信',
  '讣告',
  '邀请函',
];

/** A letter's or a notice's parts: title, who is addressed, text, 此致敬礼, who signs and when. */
export function inLetter({ number, body }: GoldStory, random: Random): GoldStory {
  const clause = (low: number, high: number) =>
    clauseOf(random.pick(body), random, [low, high]) ?? '防汛演练';
  const who = `${random.pick(places)}${random.pick(['市', '县', ''])}${random.pick(['水利局', '消防大队', '人民政府', '第一中学', '北坡村村民委员会', '读者服务部'])}`;
  const title = random.weighted<string>([
    [random.pick(names), 6],
    [`关于${clause(6, 18)}的${random.pick(['通知', '公告', '函', '意见', '通报'])}`, 4],
    [`${who}\u3000${random.pick(['函', '公告', '通知', '令'])}`, 2],
    [`${who}${random.pick(['公告', '通告', '招聘启事', '致歉声明'])}`, 2],
  ]);
  const plain = (text: string): GoldPiece => ({ role: 'paragraph', story: number, text, keepsLines: true });
  const text = body.filter(({ role }) => role === 'paragraph').slice(0, random.integer(1, 4));
  const items = random.chance(0.3) ? itemsOf(text, random) : text;
  const year = random.pick(['2024年', '二〇二四年', '113年', '中华民国113年']);
  return {
    number,
    title: [{ role: 'headline', story: number, text: title }],
    body: [
      ...(random.chance(0.3) ? fieldsOf(random).map(plain) : []),
      ...(random.chance(0.7)
        ? [plain(`${random.pick([who, '各有关单位', '全体居民', '尊敬的读者'])}：`)]
        : []),
      ...items,
      ...(random.chance(0.4)
        ? [plain(`${random.chance(0.5) ? '\u3000\u3000' : ''}此致`), plain('敬礼！')]
        : []),
      plain(random.chance(0.2) ? personName(random) : who),
      plain(`${year}${random.integer(1, 12)}月${random.integer(1, 28)}日`),
    ],
  };
}

function itemsOf(text: readonly GoldPiece[], random: Random): GoldPiece[] {
  const mark = random.pick([(n: number) => `${'一二三四'[n]}、`, (n: number) => `${n + 1}.`]);
  return text.map((piece, index) => ({ ...piece, text: mark(index) + piece.text }));
}

function fieldsOf(random: Random): string[] {
  return [
    `地址：${random.pick(places)}市中山路${random.integer(1, 90)}号`,
    `承办人：${personName(random)}`,
    `电话：0${random.integer(2, 9)}-${random.integer(1000000, 9999999)}`,
    `发文字号：府水字第${random.integer(1000, 99999)}号`,
  ].slice(0, random.integer(1, 4));
}
