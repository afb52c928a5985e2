import type { Root } from 'mdast';
import type { Edition, FontFace } from '../article/edition.js';
import { formatDate } from './format-date.js';
import { labelsOf } from './labels.js';
import { convertRaw } from './raw.js';
import { treeBlocks } from './tree-blocks.js';

export { adapt } from './adapt.js';

/** Static TrueType of the region's glyph forms: 骨, 直, 返 differ between the three. */
function faces(region: 'SC' | 'TC' | 'HK'): FontFace[] {
  const face = (weight: number, style: string): FontFace => ({
    family: 'chongpai-serif',
    weight,
    file: `@expo-google-fonts/noto-serif-${region.toLowerCase()}/${weight}${style}/NotoSerif${region}_${weight}${style}.ttf`,
  });
  return [face(400, 'Regular'), face(700, 'Bold')];
}

interface Row {
  id: string;
  name: string;
  /** What stands between date and weekday; undefined where no weekday is printed. */
  weekdayGap?: string;
  region: 'SC' | 'TC' | 'HK';
}

/** 版本: the language editions, a row each. What a row says of itself is here, how it converts in `convert.ts`. */
const rows: Row[] = [
  { id: 'zh-Hans', name: '简体中文', region: 'SC' },
  { id: 'zh-Hant-TW', name: '繁體中文（臺灣）', weekdayGap: ' ', region: 'TC' },
  { id: 'zh-Hant-HK', name: '繁體中文（香港）', weekdayGap: '　', region: 'HK' },
  { id: 'zh-Hant', name: '繁體中文', weekdayGap: ' ', region: 'TC' },
];

export const editions: readonly Edition[] = rows.map(
  ({ id, name, weekdayGap, region }): Edition => ({
    id,
    name,
    plugins: [
      () => (tree: Root) => {
        if (id === 'zh-Hans') return;
        for (const { pieces } of treeBlocks(tree))
          for (const piece of pieces) piece.write?.(convertRaw(piece.text, id));
      },
    ],
    adaptText: (text) => (id === 'zh-Hans' ? text : convertRaw(text, id)),
    formatDate: (iso) => formatDate(iso, weekdayGap),
    labels: labelsOf(id),
    fonts: faces(region),
    stylesheet: `${id}.css`,
    progression: 'ltr',
  }),
);
