import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Edition } from '../article/edition.js';
import { changesOf } from './account/known-changes.js';
import { adaptTree } from './adapt-tree.js';
import { adaptationOf, convert } from './convert/convert.js';
import { doubtMessage } from './convert/doubt-message.js';
import { english } from './english.js';
import { facesOf } from './faces.js';
import type { ChineseRow } from './row.js';
import { chineseRows } from './rows/index.js';
import { titleBreaks } from './titles/title-breaks.js';

export { adapt } from './adapt.js';

/** The edition that a row describes. */
export function editionFrom(row: ChineseRow): Edition {
  const { id, name, formatDate, labels, region, readings, collation } = row;
  return {
    id,
    lang: id,
    name,
    plugins: [
      (options = {}) =>
        (tree: Root, file: VFile) => {
          for (const doubt of adaptTree(tree, adaptationOf(row, options)))
            file.messages.push(doubtMessage(doubt, file));
        },
    ],
    knownChanges: (options = {}) => changesOf(row, options),
    adaptText: (text, options = {}) => convert(text, row, options).text,
    titleBreaks,
    formatDate,
    labels,
    fonts: facesOf(region),
    stylesheet: `${id}.css`,
    progression: 'ltr',
    readings,
    collation,
  };
}

/** 版本: the language editions. */
export const editions: readonly Edition[] = [...chineseRows.map(editionFrom), english];
