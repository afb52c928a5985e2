import type { Doubt, Reset, Story } from '../../article/restoration.js';
import { isSpace } from '../../text/characters.js';
import type { Line } from '../measure/lines.js';
import { lookNumbers, resetNumbers } from '../numbers/doubts.js';
import { findInterleaved } from '../structure/interleaved.js';

const { leastFit: leastShare, leastLines, timesPage } = resetNumbers;

/** True if lines are the same when set again. */
export function fits({ lines, same }: Reset): boolean {
  return lines < leastLines || same / lines >= leastShare;
}

/** A doubt about a page whose line ends no measure explains, with its apparent kind. */
export function doubtFit(stories: readonly Story[], lines: readonly Line[]): Doubt[] {
  const sum: Reset = { lines: 0, same: 0 };
  for (const { reset } of stories) {
    sum.lines += reset.lines;
    sum.same += reset.same;
  }
  if (sum.lines < timesPage * leastLines || fits(sum)) return [];
  const percent = Math.round((sum.same / sum.lines) * 100);
  return [
    {
      start: lines[0]!.start,
      end: lines.at(-1)!.end,
      ruleId: 'fit',
      reason: `Unexpected line ends: set again in the inferred measures, only ${percent} % of the lines end where they do, expected ${leastShare * 100} % at least. The page looks like ${looksOf(lines)}; read its paragraphs with care`,
    },
  ];
}

/** Other causes of line breaks than a measure. */
function looksOf(lines: readonly Line[]): string {
  const share = (test: (line: Line) => boolean) => lines.filter(test).length / lines.length;
  if (share(({ text }) => text.length <= 2) > lookNumbers.vertical)
    return 'text that was read from top to bottom, one or two characters per line';
  if (share(({ text }) => / {3}|\u3000{2}|\t/u.test(text)) > lookNumbers.gaps)
    return 'columns or a table, separated by spaces';
  if (share(({ text }) => blanksOf(text) > lookNumbers.spread) > lookNumbers.spread)
    return 'text with spaces between its characters, as recognition leaves them';
  if (share(({ text }) => /^[ -~“”‘’—]+$/u.test(text)) > lookNumbers.words)
    return 'text in a language with words';
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => a - b);
  const [low, high] = [
    lengths[Math.floor(lengths.length / 4)]!,
    lengths[Math.floor((lengths.length * 3) / 4)]!,
  ];
  return high > lookNumbers.ragged * low
    ? 'ragged lines, or several columns whose lines alternate'
    : 'lines broken by hand';
}

function blanksOf(text: string): number {
  let blanks = 0;
  for (const char of text) if (isSpace(char)) blanks++;
  return blanks / text.length;
}

/** Lines of two columns that alternate: no reading of them line by line is right. */
export function doubtInterleaved(lines: readonly Line[]): Doubt[] {
  return findInterleaved(lines).map(({ from, to }) => ({
    start: lines[from]!.start,
    end: lines[to - 1]!.end,
    ruleId: 'interleaved',
    reason: `Unexpected order of ${to - from} lines: lines of two columns seem to alternate, each goes on in the line after the next; expected one column after the other. Copy the page column by column, or bring its PDF or the recognition’s file with places, and restore again`,
  }));
}
