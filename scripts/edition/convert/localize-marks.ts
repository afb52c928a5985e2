import { isHan } from '../../text/characters.js';
import { scriptOf } from '../../text/script-of.js';
import type { ChineseRow } from '../row.js';
import type { MarkChange } from './localize-quotes.js';

interface MarkChoice {
  row: Pick<ChineseRow, 'id' | 'middleDot'>;
  /** `false`: the point between names is the source's. */
  houseStyle?: unknown;
}

/** Looked for in the whole block, since most have none of them. */
const anyMark = /[《〈·．•‧]/;

/** 书名号 inside 书名号 are single, 间隔号 between Han characters are those of the region. Other marks are shared. */
export function localizeMarks(text: string, { row, houseStyle }: MarkChoice): MarkChange[] {
  const changes: MarkChange[] = [];
  if (!anyMark.test(text)) return changes;
  const closed = closedBooks(text);
  const books: boolean[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (closed.has(at) && (char === '《' || char === '〈')) {
      // An outer 〈 is an article's title, and stays.
      const isInner = books.length % 2 === 1;
      const mark = isInner ? '〈' : char === '〈' && books.length === 0 ? '〈' : '《';
      books.push(mark === '〈');
      if (mark !== char) changes.push({ at, mark });
    } else if (closed.has(at)) {
      const mark = books.pop() ? '〉' : '》';
      if (mark !== char) changes.push({ at, mark });
    } else if ('·．•‧'.includes(char) && isBetweenHan(text, at)) {
      const mark = houseStyle === false && scriptOf(row.id) === 'hant' ? char : row.middleDot;
      if (mark !== char) changes.push({ at, mark });
    }
  }
  return changes;
}

/** Places of book marks that have a partner: an unclosed one does not turn later ones into inner ones. */
function closedBooks(text: string): Set<number> {
  const closed = new Set<number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '《' || text[at] === '〈') open.push(at);
    else if ((text[at] === '》' || text[at] === '〉') && open.length > 0) closed.add(open.pop()!).add(at);
  }
  return closed;
}

function isBetweenHan(text: string, at: number): boolean {
  return at > 0 && at + 1 < text.length && isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1));
}
