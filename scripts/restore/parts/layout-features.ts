import { visibleLength } from '../../text/visible.js';
import { featureNumbers } from '../numbers/parts.js';
import { binsOf } from './bins.js';
import { type Feature, feature } from './feature.js';
import type { Add, View } from './view.js';

const { indentBounds, lengthBounds, mostHead, mostOdds, oddsBounds, ratioBounds } = featureNumbers;

const joinBin = binsOf('join', oddsBounds);
const goesOnBin = binsOf('goes on', oddsBounds);
const aloneBin = binsOf('alone', oddsBounds);
const widthBins = ['width', 'width before', 'width after'].map((name) => ({
  bin: binsOf(name, ratioBounds),
  unbroken: feature(`${name} unbroken`),
  none: feature(`${name} none`),
}));
const lengthBin = binsOf('length', lengthBounds);
const indentBins = ['indent', 'indent after'].map((name) => ({
  none: feature(`${name} none`),
  bins: ['', 'shown '].map((shown) =>
    ['none', 'blank', 'em', 'wide'].map((kind) => feature(`${name} ${shown}${kind}`)),
  ),
}));
const newlinesBins = ['newlines', 'newlines after'].map((name) =>
  ['fewer', 'usual', 'more'].map((kind) => feature(`${name} ${kind}`)),
);
const join = feature('join');
const goesOn = feature('goes on');
const alone = feature('alone');
const outdent = feature('outdent');
const outdentAfter = feature('outdent after');
const first = feature('newlines first');
const last = feature('newlines after last');
const changes = feature('measure changes');
const changesAfter = feature('measure changes after');
const full = feature('full');
const fullAsFirst = feature('full as a first line');

const least = Math.exp(-mostOdds);

function oddsOf(share: number): number {
  return Math.log(Math.max(share, least) / Math.max(1 - share, least));
}

/** Features of a line from the width model and the layout. */
export function addLayout(view: View, line: number, add: Add): void {
  const { page, gaps, runOf, usualNewlines } = view;
  const before = line > 0 ? oddsOf(gaps.join[line - 1]!) : -mostOdds;
  const after = line + 1 < page.lines.length ? oddsOf(gaps.join[line]!) : -mostOdds;
  const heading = oddsOf(gaps.heading[line]!);
  add(join, before / mostOdds);
  add(joinBin(before));
  add(goesOn, after / mostOdds);
  add(goesOnBin(after));
  add(alone, heading / mostOdds);
  add(aloneBin(heading));
  for (let side = 0; side < 3; side++) add(widthOf(view, line, side));
  addFill(view, line, add);
  add(lengthBin(visibleLength(page.lines[line]!.text)));
  for (let side = 0; side < 2; side++) add(indentAt(view, line, side));
  const own = page.lines[line]!;
  const next = page.lines[line + 1];
  if (own.outdent) add(outdent);
  if (next?.outdent) add(outdentAfter);
  add(line === 0 ? first : newlinesBins[0]![newlinesBin(own.newlines, usualNewlines)]!);
  add(next ? newlinesBins[1]![newlinesBin(next.newlines, usualNewlines)]! : last);
  if (line > 0 && runOf(line) !== runOf(line - 1)) add(changes);
  if (next && runOf(line) !== runOf(line + 1)) add(changesAfter);
}

/** A line of text fills its measure, a paragraph's first line what the indent leaves; a headline does so by chance. */
function addFill({ page: { shape, lines }, runOf }: View, line: number, add: Add): void {
  const { setting } = runOf(line);
  if (!Number.isFinite(setting.measure)) return;
  const room = setting.measure - shape.width[setting.widths]![line]!;
  const next = line + 1 < lines.length ? Math.min(shape.head[setting.widths]![line + 1]!, mostHead) : 4;
  if (room >= 0 && room < next) add(full);
  if (room >= setting.indent && room < setting.indent + next) add(fullAsFirst);
}

/** Where the lines are that `widthBins` are about. */
const steps = [0, -1, 1];

/** How wide a line, or the one before or behind it, is beside its measure. */
function widthOf({ page, runOf }: View, line: number, side: number): Feature {
  const names = widthBins[side]!;
  const at = line + steps[side]!;
  if (at < 0 || at >= page.lines.length) return names.none;
  const { setting } = runOf(at);
  if (!Number.isFinite(setting.measure)) return names.unbroken;
  return names.bin(page.shape.width[setting.widths]![at]! / setting.measure);
}

function indentAt({ page, runOf }: View, line: number, side: number): Feature {
  const names = indentBins[side]!;
  const at = line + side;
  if (at >= page.lines.length) return names.none;
  const { indent } = page.lines[at]!;
  const shown = runOf(at).setting.indentShown ? 1 : 0;
  return names.bins[shown]![indentBin(indent)]!;
}

function indentBin(indent: number): number {
  let bin = 0;
  for (const bound of indentBounds) if (indent >= bound) bin++;
  return bin;
}

const newlinesBin = (newlines: number, usual: number) => (newlines < usual ? 0 : newlines > usual ? 2 : 1);
