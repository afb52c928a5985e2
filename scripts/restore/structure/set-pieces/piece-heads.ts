import { foldLine } from '../../../text/fold.js';
import { isClosing } from '../../../text/press/documents.js';
import { isChapterTitle } from '../../../text/press/items.js';
import { isReference } from '../../../text/press/jumps.js';
import { isOldAuthor } from '../../../text/press/names.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';
import { lateNumbers } from '../../numbers/structure.js';
import type { Label } from '../../write/groups.js';
import { medianOf } from '../furniture/page-view.js';
import type { SetPiece } from './found.js';
import { isAuthor } from './free-verse.js';
import { isUnit } from './names-list.js';

/** 积分榜（前六名）: what a table is called. */
const tableName = /(?:榜|表|名单|一览|行情|赛程|日程|安排)(?:（[^（）]{1,10}）)?$/u;

const { longestTableHead: longestHead } = pieceNumbers;

/**
 * Lines that head a set piece, by their starts, with their labels: units above lists of their people, if there are two
 * or more; title and author of a poem, and of the piece that follows it on a literary page.
 */
export function headsOfPieces(lines: readonly Line[], pieces: readonly SetPiece[]): Map<number, Label> {
  const heads = new Map<number, Label>();
  const units = pieces.filter(
    ({ label, from }) => label === 'names' && from > 0 && isUnit(lines[from - 1]!.text),
  );
  if (units.length > 1) for (const { from } of units) heads.set(lines[from - 1]!.start, 'crosshead');
  const tables = pieces.filter(({ label }) => label === 'table');
  for (const { from } of tables)
    if (tables.length > 1 && from > 1 && lines[from - 1]!.text.length <= longestHead)
      if (isUnit(lines[from - 1]!.text)) heads.set(lines[from - 1]!.start, 'crosshead');
  const ends = new Set(pieces.map(({ to }) => to));
  for (const { label, from } of pieces)
    if (
      (label === 'lines' || (label === 'table' && tableName.test(foldLine(lines[from - 1]?.text ?? '')))) &&
      from > 1 &&
      isUnit(lines[from - 1]!.text) &&
      lines[from - 1]!.newlines < 2 &&
      !/^\d|[ \u3000]/u.test(lines[from - 1]!.text) &&
      !isClosing(lines[from - 1]!.text) &&
      (/[。！？]$/u.test(lines[from - 2]!.text) || ends.has(from - 1))
    )
      heads.set(lines[from - 1]!.start, 'crosshead');
  const isSet = new Set(
    pieces.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  for (const { label, from, to } of pieces) {
    if (label !== 'verse') continue;
    const [above, deck, author] = [lines[from - 3], lines[from - 2], lines[from - 1]];
    if (above && deck?.text.startsWith('——') && isUnit(above.text) && isAuthor(author!)) {
      heads.set(above.start, 'headline');
      heads.set(deck.start, 'deck');
      heads.set(author!.start, 'byline');
    }
    for (const at of [from - 2, to]) {
      const [title, author] = [lines[at], lines[at + 1]];
      if (!title || !author || isSet.has(at) || !isUnit(title.text) || !isAuthor(author)) continue;
      heads.set(title.start, 'headline');
      heads.set(author.start, 'byline');
    }
  }
  labelLoneLines(lines, { isSet, heads });
  return heads;
}

/**
 * Lines that are certainly alone: 第一节　诗选, unless it fills its measure and may have a second row; ——详见第5版, which heads
 * nothing; （明）李攀 under what he wrote.
 */
function labelLoneLines(
  lines: readonly Line[],
  { isSet, heads }: { isSet: ReadonlySet<number>; heads: Map<number, Label> },
): void {
  const usual = medianOf(lines.map(({ text }) => text.length));
  lines.forEach(({ start, text }, index) => {
    if (isSet.has(index) || heads.has(start)) return;
    const title = lines[index - 1];
    if (isReference(text)) heads.set(start, 'paragraph');
    else if (isOldAuthor(text)) {
      heads.set(start, 'byline');
      if (title && isUnit(title.text) && !isChapterTitle(title.text)) heads.set(title.start, 'headline');
    } else if (isChapterTitle(text) && text.length < usual * lateNumbers.shortChapter)
      heads.set(start, 'crosshead');
  });
}
