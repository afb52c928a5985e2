import { punctuationOf } from '../measure/evidence.js';
import type { Gaps, Page, Run } from '../measure/page.js';
import { featureNumbers, sharedNumbers } from '../numbers/parts.js';
import { likenessAcross } from './across.js';
import { type Feature, feature, variants } from './feature.js';
import { addLayout } from './layout-features.js';
import { punctuations } from './line-ends.js';
import { sewnBorders } from './sewn.js';
import { sharedWords } from './shared-words.js';
import { titleWordsOf } from './title-words.js';
import type { Add, View } from './view.js';
import { addWords } from './word-features.js';

const { sureShare, telling } = featureNumbers;

/** Examines a page once; `describe` then lists the features of a line. */
export function viewPage(page: Page, runs: readonly Run[], gaps: Gaps): View {
  const owner = new Array<Run>(page.lines.length);
  for (const run of runs) owner.fill(run, run.from, run.to);
  const sure = new Uint8Array(page.lines.length);
  for (let line = 0; line < sure.length; line++) if (isSure(page, gaps, line)) sure[line] = 1;
  const shared = sharedWords(page.lines, (line) => sure[line] === 1);
  return {
    page,
    gaps,
    runOf: (line) => owner[line]!,
    punctuation: { modern: '', old: 'old ', none: 'no marks ' }[punctuationOf(page.lines)],
    usualNewlines: usualNewlines(page.lines),
    shared,
    titles: titleWordsOf(shared.words, gaps),
    across: likenessAcross(shared.words, gaps),
    ...textLengths(gaps),
    sewn: sewnBorders(page.lines),
    sure,
    looks: new Array(page.lines.length),
  };
}

/** Counts, for each line, the lines of text back and forth to the nearest that may be part of a title. */
function textLengths({ heading }: Gaps): Pick<View, 'textBefore' | 'textBehind'> {
  const count = heading.length;
  const textBefore = new Int32Array(count);
  const textBehind = new Int32Array(count);
  const isTitle = (line: number) => heading[line]! >= sharedNumbers.displayShare;
  for (let line = 1, run = 0; line < count; line++) {
    run = isTitle(line - 1) ? 0 : run + 1;
    textBefore[line] = run;
  }
  for (let line = count - 2, run = 0; line >= 0; line--) {
    run = isTitle(line + 1) ? 0 : run + 1;
    textBehind[line] = run;
  }
  return { textBefore, textBehind };
}

/** The most frequent number of newlines before lines. */
function usualNewlines(lines: Page['lines']): number {
  const counts: number[] = [];
  for (const { newlines } of lines.slice(1)) counts[newlines] = (counts[newlines] ?? 0) + 1;
  let usual = 1;
  counts.forEach((count, newlines) => {
    if (count > (counts[usual] ?? 0)) usual = newlines;
  });
  return usual;
}

/** True for a line certainly in the middle of a paragraph by its widths: it is described only by them. */
function isSure({ evidence }: Page, { join, heading }: Gaps, line: number): boolean {
  if (line === 0 || evidence.start[line]! >= telling) return false;
  return join[line - 1]! > sureShare && join[line]! > sureShare && heading[line]! < 1 - sureShare;
}

const any: Record<string, Feature> = Object.fromEntries(
  punctuations.map((marks) => [marks, feature(`${marks}any`)]),
);
const sure = feature('sure');
const inOld = variants('old ');

/** Lists the features of a line. */
export function describe(view: View, line: number, add: Add): void {
  add(any[view.punctuation]!);
  addLayout(view, line, add);
  // Old newspapers break their lines in another way: what their layout says is weighed apart, too.
  if (view.punctuation !== '') addLayout(view, line, (number, amount) => add(inOld[number]!, amount));
  if (view.sure[line]) add(sure);
  else addWords(view, line, add);
}
