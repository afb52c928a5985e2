import { encode } from 'fast-png';
import type { Random } from '../random.js';

/** Steps of grey, 48 × 36 pixels. */
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAADAAAAAkCAAAAADqLubWAAAAMUlEQVR42mOwQQIpSKAHCWxBAgyjGkY14NBAjCJkQ0c1jGrApYEYRciGjmoY1YBDAwBQXioumuBLNgAAAABJRU5ErkJggg==';
/** Grey, as wide as a page of A5: between a quarter of its height and most of it. */
const photograph = (height: number) => {
  const pixels = { width: 400, height, data: new Uint8Array(400 * height).fill(190), channels: 1 };
  return `data:image/png;base64,${Buffer.from(encode(pixels)).toString('base64')}`;
};
const sentence = '镇里的晒谷场上站满了人，广播里念着今年的收成，孩子们在渠边追着风筝跑。';

const many = (random: Random, [least, most]: [number, number], one: (at: number) => string) =>
  Array.from({ length: random.integer(least, most) }, (_, at) => one(at));

/** A table of a statistics page: figures with units, empty cells, occasionally a long one. */
function statistics(random: Random): string {
  const columns = random.integer(2, 12);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cell = () =>
    random.chance(0.15)
      ? ''
      : random.chance(0.05)
        ? sentence.slice(0, random.integer(4, 30))
        : `${random.integer(0, 99_999) / 10}${random.pick(['', '', '%', '万元'])}`;
  const head = Array.from({ length: columns }, (_, at) => (at === 0 ? '单位' : `${2000 + at}年`));
  const rows = many(random, [1, 60], (at) =>
    row(head.map((_, column) => (column === 0 ? `乡镇${at}` : cell()))),
  );
  return [row(head), `|${'---|'.repeat(columns)}`, ...rows].join('\n');
}

/** Kinds of Markdown that people write, as in the cases of test/article. */
export const manuscriptKinds: readonly ((random: Random) => string)[] = [
  statistics,
  statistics,
  (random) => `${'#'.repeat(random.integer(2, 6))} 第${random.integer(1, 20)}节　建置`,
  (random) => many(random, [2, 8], () => sentence.slice(0, random.integer(5, 34))).join('\n'),
  (random) => `**问：**${sentence}**《${sentence.slice(0, 6)}》**已${random.integer(1, 9)}*3*4米。`,
  (random) => `图前。\n![会场](${picture} "图${random.integer(1, 9)}　会场")\n${sentence}`,
  (random) => {
    const text = () => sentence.repeat(random.integer(1, 12));
    const one = () => `![会场](${photograph(random.integer(150, 450))} "图${random.integer(1, 9)}　会场")`;
    return [text(), one(), ...(random.chance(0.3) ? [one()] : []), text(), text()].join('\n\n');
  },
  () => `人名作“张![左金右豆](${picture})”者。${sentence}`,
  (random) =>
    `![左](${picture}) ![右](${picture})${random.chance(0.5) ? '\n\n<!-- caption -->\n两岸\n\n<!-- credit -->\n王林 摄' : ''}`,
  (random) =>
    `<!-- ${random.pick(['plate', 'plate', 'spread'])} -->\n\n![整页](${picture} "图${random.integer(1, 9)}")\n\n<!-- caption -->\n${sentence.slice(0, random.integer(4, 34))}`,
  (random) => `- 条目\n\n  ![图](${picture})\n\n> 引文\n>\n> ![图](${picture} "图${random.integer(1, 9)}")`,
  () => `面积12km<sup>2</sup>，<u>金昌</u><!-- 待核 -->，甲<br>乙。${sentence}`,
  (random) => many(random, [2, 9], (at) => `${at * 2 + 1}. ${sentence}`).join('\n'),
  (random) =>
    `${sentence.slice(0, random.integer(1, 30))}详见https://www.example.gov.cn/art/2024/12/31/art_${random.integer(1, 99_999)}.html?a=1&b=2，另见。`,
  () => 'بۈگۈن شەھىرىمىزدە يىغىن ئېچىلدى، يىغىنغا ۋەكىللەر قاتناشتى.',
  () => `　　${sentence}\n　　${sentence}`,
  () => `<!-- page-break -->\n${sentence}`,
];
