import { toString as textOf } from 'mdast-util-to-string';
import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';
import { widthClass } from '../../text/widths.js';

/** Mean width of a Latin letter of running text in Source Serif, spaces included, in em. */
const latinWidth = 0.46;

/**
 * 对照: the length of the English of a bilingual issue for an em of its Chinese, in em of its own, as a declaration for
 * style sheets (`--text-ratio`): their sizes and measures are such that both fill their pages. '' where no two scripts
 * stand beside each other.
 */
export function textRatio({ sections, second }: Issue, edition: Edition): string {
  if (!second || !edition.second) return '';
  const own = sections.reduce((sum, section) => sum + widthOf(section), 0);
  const other = second.sections.reduce((sum, section) => sum + widthOf(section), 0);
  const [chinese, english] = /^en\b/.test(edition.lang) ? [other, own] : [own, other];
  if (chinese === 0 || english === 0) return '';
  return `:root { --text-ratio: ${(english / chinese).toFixed(2)}; }\n`;
}

function widthOf({ articles }: Issue['sections'][number]): number {
  let width = 0;
  for (const { tree } of articles)
    for (const letter of textOf(tree)) {
      const kind = widthClass(letter.codePointAt(0)!);
      width += kind === 0 ? 0 : kind === 2 ? latinWidth : 1;
    }
  return width;
}
