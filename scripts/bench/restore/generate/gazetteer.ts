import type { Random } from '../../random.js';
import type { GoldPiece, GoldStory } from '../gold.js';
import type { Layout } from './layout.js';
import { inOldStyle, oldLayout } from './old.js';
import { places } from './words.js';

/** 方志: old text under short headings, which often stand in by their level. */
export function gazetteerLayout(layout: Layout, random: Random): Layout {
  const old = oldLayout(layout, random);
  const levelEm = random.pick([0, 0, 1, 2, 4]);
  return {
    ...old,
    levelEm,
    indent: 'lost',
    setup: { ...old.setup, em: random.integer(12, 28), isGrid: levelEm === 0 },
  };
}

const headings =
  '沿革 疆域 风俗 形势 户口 税赋 镇名 坊巷 坊场 军寨 亭堂 桥梁 学校 寺庙 古迹 物产 碑记 诗咏 山川 城池 水利 田赋 兵防 职官 选举 人物 列女 艺文 祥异 地理门 食货门 职官表'.split(
    ' ',
  );

/** A volume with a heading before each paragraph or two. */
export function inLevels(story: GoldStory, random: Random): GoldStory {
  const { number } = story;
  const text = inOldStyle(story, random).body.filter(
    ({ role, measureEm }) => role === 'paragraph' && measureEm === undefined,
  );
  const volume = `${random.pick(places)}${random.pick(['县志', '府志', '乡志', '水志'])}卷${random.pick([...'一二三四五六七八'])}`;
  const heading = (): GoldPiece => ({ role: 'crosshead', story: number, text: random.pick(headings) });
  const body = text.flatMap((piece): GoldPiece[] => [
    ...(random.chance(0.6) ? [heading()] : []),
    ...(random.chance(0.1) ? [heading()] : []),
    piece,
  ]);
  return { number, title: [{ role: 'headline', story: number, text: volume }], body };
}
