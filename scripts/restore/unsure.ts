import type { Story } from '../article/restoration.js';
import { isItemStart } from '../text/press/items.js';
import { endsWithCredit, isCredit, opensWithReporter } from '../text/press/names.js';
import type { Analysis } from './analyse.js';
import { fits } from './doubts/fit.js';
import { punctuationOf } from './measure/evidence.js';
import { joinFit, rulerOf } from './measure/fit.js';
import type { Run } from './measure/page.js';
import { borderNumbers, fullLine } from './numbers/doubts.js';
import { isDisplay, isRow } from './parts/part.js';
import type { StoryDraft } from './write/story.js';

/**
 * Borders that are never certain, however probable: 1 for each line before which one lies. They lie beside lines of
 * stories that do not come out the same when set again, of text without today's marks, and beside long lines that
 * break off in mid-sentence where no measure was found; and where a line is full by chance.
 */
export function unsureBorders(
  stories: readonly StoryDraft[],
  articles: readonly Story[],
  analysis: Analysis,
): Uint8Array {
  const { lines, runs } = analysis;
  const unsure = new Uint8Array(lines.length + 1);
  // Old newspapers change their measure every few lines, and their marks end a paragraph as well as a clause.
  if (punctuationOf(lines) !== 'modern') return unsure.fill(1);
  const doubt = (line: number) => unsure.fill(1, line, line + 2);
  for (const run of runs) {
    if (Number.isFinite(run.setting.measure)) markChances(analysis, run, unsure);
    else for (let line = run.from; line < run.to; line++) if (breaksOffLong(lines[line]!.text)) doubt(line);
  }
  stories.forEach(({ blocks }, index) => {
    if (fits(articles[index]!.reset)) return;
    for (const { segments } of blocks) for (const { line } of segments) if (line >= 0) doubt(line);
  });
  return unsure;
}

const breaksOffLong = (text: string) =>
  text.length > borderNumbers.longLine && !/[。！？：；”』」）…!?.:;)]$/u.test(text);

/**
 * A heading that happens to fill its measure looks like a paragraph's first line, or like half a heading; and a credit
 * behind a caption is a part of it or not, as its editor liked.
 */
function markChances(
  { lines, page, reading }: Analysis,
  { from, to, setting }: Run,
  unsure: Uint8Array,
): void {
  const ruler = rulerOf(page.shape, setting);
  for (let line = from; line < to; line++) {
    const { text } = lines[line]!;
    const next = lines[line + 1]?.text ?? '';
    const part = reading.parts[line]!;
    const isCaption = part.startsWith('caption');
    if (isCredit(next) || (isCaption && (endsWithCredit(next) || opensWithReporter(next))))
      unsure[line + 1] = 1;
    const isHead = isDisplay(part) || (!isRow(part) && isItemStart(text));
    if (!isHead || /[，。；：！？…]/u.test(text)) continue;
    const fitOf = (indent: number) => joinFit(ruler, line, indent);
    if (Math.max(fitOf(0), fitOf(setting.indent)) > fullLine) unsure[line + 1] = 1;
  }
}
