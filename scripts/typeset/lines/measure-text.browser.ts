import { addressesIn } from '../../text/addresses.js';
import { breakKind } from '../../text/line-break.js';
import { blankSideOf } from '../../text/mark-shape.js';
import { fillMark, type MarkStyle, mostSpread } from './fill-mark.browser.js';
import { blank, han, kindOf, letter, low, mark, point, spreads } from './kinds.browser.js';
import { wordsOf } from './latin-words.browser.js';
import { fillReadings, measureReadings, type ReadingWidths } from './measure-readings.browser.js';
import { type Measured, unmeasured } from './measured.browser.js';
import type { Paragraph, Run } from './paragraphs.browser.js';

/** 中西间距 that `text-autospace` puts between Chinese and Latin, in em. */
export const autospace = 1 / 8;

/**
 * Widths measured in this tab, by font and text. They do not depend on the galley, and layout for a handful of marks
 * costs as much as for a page.
 */
const known = new Map<string, number>();

/** With another style sheet everything is measured again. */
export const forgetWidths = (): void => known.clear();

/** Measures paragraphs: Chinese characters are an em each, all else is measured once in the paragraph's own font. */
export function measureParagraphs(
  root: HTMLElement,
  paragraphs: readonly Paragraph[],
  style: MarkStyle,
): Measured[] {
  const asked = new Map<string, { font: string; text: string }>();
  for (const paragraph of paragraphs) for (const run of paragraph.runs) ask(run, asked);
  measure(root, [...asked.values()]);
  const readings = measureReadings(paragraphs);
  return paragraphs.map((paragraph) => measured(paragraph, style, readings));
}

const keyOf = (font: string, text: string) => `${font}\n${text}`;

function ask({ node: { data }, font }: Run, asked: Map<string, { font: string; text: string }>): void {
  const add = (text: string) => {
    const key = keyOf(font, text);
    if (!known.has(key)) asked.set(key, { font, text });
  };
  for (const { word } of wordsOf(data)) add(word);
  for (let at = 0; at < data.length; at++) {
    const kind = kindOf(data.charCodeAt(at));
    if (kind === han || kind === low) continue;
    const char = data[at]!;
    add(char);
    if (kind !== mark) continue;
    if (blankSideOf(char, false)) add(halved + char);
    if (at > 0 && kindOf(data.charCodeAt(at - 1)) === mark) add(data[at - 1]! + char);
  }
}

/** Prefix of a mark to be measured without its blank half. */
const halved = '\u0000';

/** Two Chinese characters around it keep a mark from the line's ends, where it would be trimmed. */
const post = '中';

function measure(root: HTMLElement, asked: readonly { font: string; text: string }[]): void {
  if (asked.length === 0) return;
  const bench = document.createElement('div');
  bench.setAttribute('aria-hidden', 'true');
  bench.style.cssText = 'position:absolute;visibility:hidden;white-space:pre;text-indent:0;text-align:start';
  const probes = asked.map(({ font, text }) => {
    const probe = document.createElement('span');
    const isHalved = text.startsWith(halved);
    const trim = text.length === 1 || isHalved ? 'text-spacing-trim:space-all;' : '';
    probe.style.cssText = `display:inline-block;font:${font};text-autospace:no-autospace;${trim}`;
    if (isHalved) probe.style.fontFeatureSettings = '"halt"';
    probe.textContent = post + text.replace(halved, '') + post;
    return probe;
  });
  bench.append(...probes);
  root.append(bench);
  asked.forEach(({ font, text }, index) => {
    const size = Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? '0');
    known.set(keyOf(font, text), probes[index]!.getBoundingClientRect().width / size - 2);
  });
  bench.remove();
}

function measured(paragraph: Paragraph, style: MarkStyle, readings: ReadingWidths): Measured {
  const { text, runs } = paragraph;
  const result = unmeasured(text);
  for (const [index, run] of runs.entries())
    if (isKept(run, runs[index - 1])) result.breaks[run.start] = breakKind.never;
  for (const run of runs) fillRun(result, run, style);
  joinAll(result, text, style.latinExtra);
  for (const { found, index } of addressesIn(text)) result.figures.fill(1, index + 1, index + found.length);
  for (const run of runs) if (run.isTight) closeUp(result, run);
  for (const run of runs) fillMarks(result, run, style);
  fillReadings(result, paragraph, { widths: readings, pitch: style.pitch });
  return result;
}

/** True for a run that the sheet keeps in one line with the one before: a note's call with its character. */
const isKept = ({ node }: Run, before: Run | undefined): boolean =>
  before !== undefined && node.parentElement?.closest('.keep')?.contains(before.node) === true;

function fillMarks(result: Measured, run: Run, style: MarkStyle): void {
  const { data } = run.node;
  for (let at = 0; at < data.length; at++) {
    if (kindOf(data.charCodeAt(at)) !== mark) continue;
    fillMark(result, { run, at, halfWidth: known.get(keyOf(run.font, halved + data[at]!)) }, style);
  }
}

function fillRun(result: Measured, { node: { data }, start, font, size }: Run, style: MarkStyle): void {
  const widthOf = (text: string) => (known.get(keyOf(font, text)) ?? 1) * size;
  for (let at = 0; at < data.length; at++) {
    const place = start + at;
    const kind = kindOf(data.charCodeAt(at));
    result.widths[place] = kind === han ? size : kind === low ? 0 : widthOf(data[at]!);
    const isDash = '—…'.includes(data[at]!);
    result.isDash[place] = isDash ? 1 : 0;
    result.counts[place] = kind === mark || kind === blank || kind === low || isDash ? 0 : 1;
    result.isBlank[place] = kind === blank ? 1 : 0;
    result.isElastic[place] = kind === blank || data[at] === '\u3000' ? 1 : 0;
    if (kind === blank && isBetweenHan(data, at) && result.widths[place]! < size) {
      result.pads[place] = size - result.widths[place]!;
      result.widths[place] = size;
    }
    if (result.isElastic[place]) fillBlank(result, place);
    if (kind !== mark || at === 0 || style.isKaiming || kindOf(data.charCodeAt(at - 1)) !== mark) continue;
    const [before, char] = [data[at - 1]!, data[at]!];
    const joint = widthOf(before + char) - widthOf(before) - widthOf(char);
    if (Math.abs(joint) > leastJoint) result.joints[place] = joint;
  }
  for (const { word, index } of wordsOf(data)) {
    // A word is not split: its first letter has the width of all.
    result.widths.fill(0, start + index, start + index + word.length);
    result.counts.fill(0, start + index, start + index + word.length);
    result.widths[start + index] = widthOf(word);
    result.counts[start + index] = /[\p{L}\d]/u.test(word) ? 1 : 0;
  }
}

/** A joint of fewer em is the rounding of three widths. */
const leastJoint = 0.01;

/** 空一字: a blank of an em may be half of one, or one and a half; that of Latin text is narrow already. */
function fillBlank({ widths, spare, stretch }: Measured, place: number): void {
  const width = widths[place]!;
  const isWide = width > 0.9;
  spare[place] = isWide ? width / 2 : 0;
  stretch[place] = isWide ? width / 2 : mostSpread;
}

/** True for a space between Chinese characters or marks. */
const isBetweenHan = (text: string, at: number) =>
  [at - 1, at + 1].every((side) => {
    const kind = kindOf(text.charCodeAt(side));
    return kind === han || kind === low || kind === mark;
  });

const isFigure = (char: string) => (char >= '0' && char <= '9') || '.,%'.includes(char);

/** Sets the joints between neighbours of any run. */
function joinAll(result: Measured, text: string, extra: number): void {
  const isLatin = (kind: number) => kind === letter || kind === point;
  const isWide = (kind: number) => kind === han || kind === mark;
  let spread = spreads(text.charCodeAt(0));
  let before = kindOf(text.charCodeAt(0));
  for (let at = 1; at < text.length; at++) {
    const kind = kindOf(text.charCodeAt(at));
    const isJoint = (before === han && isLatin(kind)) || (isLatin(before) && kind === han);
    if (isJoint) {
      result.joints[at] = autospace + extra;
      result.extras[at] = extra;
    }
    const isSpread = spreads(text.charCodeAt(at));
    result.gaps[at] = kind !== low && (spread || isSpread || before === blank) ? 1 : 0;
    spread = isSpread;
    result.figures[at] = isFigure(text[at]!) && isFigure(text[at - 1]!) ? 1 : 0;
    result.tightens[at] = isJoint || (isWide(before) && isWide(kind)) ? 1 : 0;
    before = kind;
  }
}

/** Removes the space between Chinese and Latin before, in and after a run. */
function closeUp({ joints, extras, tightens }: Measured, { start, node }: Run): void {
  for (let at = start; at <= start + node.length && at < joints.length; at++) {
    if (joints[at]! > 0) joints[at] = tightens[at] = 0;
    extras[at] = 0;
  }
}
