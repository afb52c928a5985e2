import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Edition } from '../article/edition.js';
import { adaptTree } from './adapt-tree.js';
import { adaptationOf, convert } from './convert/convert.js';
import { doubtMessage } from './convert/doubt-message.js';
import { english } from './english.js';
import { facesOf, type Region } from './faces.js';
import { formatDate } from './format-date.js';
import { labelsOf } from './labels.js';

export { adapt } from './adapt.js';

interface Row {
  id: string;
  name: string;
  /** What stands between date and weekday; undefined where no weekday is printed. */
  weekdayGap?: string;
  region: Region;
}

/** 版本: the language editions, a row each. What a row says of itself is here, how it converts in `convert.ts`. */
const rows: Row[] = [
  { id: 'zh-Hans', name: '简体中文', region: 'SC' },
  { id: 'zh-Hant-TW', name: '繁體中文（臺灣）', weekdayGap: ' ', region: 'TC' },
  { id: 'zh-Hant-HK', name: '繁體中文（香港）', weekdayGap: '　', region: 'HK' },
  { id: 'zh-Hant', name: '繁體中文', weekdayGap: ' ', region: 'TC' },
];

const chinese = rows.map(
  ({ id, name, weekdayGap, region }): Edition => ({
    id,
    name,
    plugins: [
      (options = {}) =>
        (tree: Root, file: VFile) => {
          for (const doubt of adaptTree(tree, adaptationOf(id, options)))
            file.messages.push(doubtMessage(doubt, file));
        },
    ],
    adaptText: (text, options = {}) => convert(text, id, options).text,
    formatDate: (iso) => formatDate(iso, weekdayGap),
    labels: labelsOf(id),
    fonts: facesOf(region),
    stylesheet: `${id}.css`,
    progression: 'ltr',
  }),
);

export const editions: readonly Edition[] = [...chinese, english];
