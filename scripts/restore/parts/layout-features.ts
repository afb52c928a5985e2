import { visibleLength } from '../../text/visible.js';
import type { Add, View } from './view.js';

/** Name of a value's bin: the first bound that it does not reach. */
function bin(value: number, bounds: readonly number[]): string {
  const at = bounds.findIndex((bound) => value < bound);
  return at < 0 ? `≥${bounds.at(-1)}` : `<${bounds[at]}`;
}

/** Bounds of the bins of a probability, as log odds. */
const oddsBounds = [-10, -7, -4, -2, -0.7, 0.7, 2, 4, 7, 10];
const ratioBounds = [0.2, 0.4, 0.6, 0.8, 0.96, 1.03, 1.3];
const lengthBounds = [3, 5, 9, 15, 21, 29, 41];

/** Odds beyond e^±14 tell nothing more; scaled so that large features are about 1. */
const mostOdds = 14;

function oddsOf(share: number): number {
  const least = Math.exp(-mostOdds);
  return Math.log(Math.max(share, least) / Math.max(1 - share, least));
}

/** Features of a line from the width model and the layout. */
export function addLayout(view: View, line: number, add: Add): void {
  const { page, gaps, runOf, usualNewlines } = view;
  const before = line > 0 ? oddsOf(gaps.join[line - 1]!) : -mostOdds;
  const after = line + 1 < page.lines.length ? oddsOf(gaps.join[line]!) : -mostOdds;
  const heading = oddsOf(gaps.heading[line]!);
  add('join', before / mostOdds);
  add(`join ${bin(before, oddsBounds)}`);
  add('goes on', after / mostOdds);
  add(`goes on ${bin(after, oddsBounds)}`);
  add('alone', heading / mostOdds);
  add(`alone ${bin(heading, oddsBounds)}`);
  add(`width ${widthBin(view, line)}`);
  add(`width before ${line > 0 ? widthBin(view, line - 1) : 'none'}`);
  add(`width after ${line + 1 < page.lines.length ? widthBin(view, line + 1) : 'none'}`);
  add(`length ${bin(visibleLength(page.lines[line]!.text), lengthBounds)}`);
  add(`indent ${indentBin(view, line)}`);
  add(`indent after ${line + 1 < page.lines.length ? indentBin(view, line + 1) : 'none'}`);
  add(`newlines ${line === 0 ? 'first' : newlinesBin(page.lines[line]!.newlines, usualNewlines)}`);
  const next = page.lines[line + 1];
  add(`newlines after ${next ? newlinesBin(next.newlines, usualNewlines) : 'last'}`);
  if (line > 0 && runOf(line) !== runOf(line - 1)) add('measure changes');
  if (next && runOf(line) !== runOf(line + 1)) add('measure changes after');
}

function widthBin({ page, runOf }: View, line: number): string {
  const { setting } = runOf(line);
  if (!Number.isFinite(setting.measure)) return 'unbroken';
  return bin(page.shape.width[setting.widths]![line]! / setting.measure, ratioBounds);
}

function indentBin({ page, runOf }: View, line: number): string {
  const { indent } = page.lines[line]!;
  const shown = runOf(line).setting.indentShown ? 'shown ' : '';
  return `${shown}${indent === 0 ? 'none' : indent < 4 ? 'blank' : indent < 12 ? 'em' : 'wide'}`;
}

function newlinesBin(newlines: number, usual: number): string {
  return newlines < usual ? 'fewer' : newlines > usual ? 'more' : 'usual';
}
