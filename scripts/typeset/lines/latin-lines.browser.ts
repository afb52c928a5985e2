import { addressesIn, addressPieces } from '../../text/addresses.js';
import { isAddressBreak } from '../../text/line-break.js';
import { breakLatin, type LatinLine, type Segment } from './break-latin.browser.js';
import { type MarkedRange, markText, unmarkText } from './mark-text.browser.js';
import { collectParagraphs, type Paragraph, type Run } from './paragraphs.browser.js';
import { strayBreak } from './stray-break.browser.js';

/**
 * 西文排行: sets the paragraphs of a flow in English line by line, so that the spaces of each paragraph are as even as
 * possible. The browser would fill one line after the other.
 *
 * @returns the paragraphs that are set.
 */
export function setLatinLines(root: HTMLElement): HTMLElement[] {
  const all = collectParagraphs(root, 'latin').map((paragraph) => ({
    paragraph,
    segments: segmentsOf(paragraph),
  }));
  let rest: Task[] = all;
  for (const air of airs) rest = setAll(rest, air);
  return all.filter((task) => !rest.includes(task)).map(({ paragraph }) => paragraph.block);
}

/** Amount by which lines are shortened, in em: first against rounding, then where the browser did not follow. */
const airs = [0.03, 0.15, 0.4];

interface Task {
  paragraph: Paragraph;
  segments: Segment[];
}

/** @returns the paragraphs that came out differently; they are restored. */
function setAll(tasks: readonly Task[], air: number): Task[] {
  const done = tasks.map((task) => {
    const { paragraph, segments } = task;
    const { text, measure } = paragraph;
    const lines = breakLatin(segments, { ...paragraph, measure: measure - air });
    const shown = lines.map((line) => ({ ...line, end: shownEnd(text, line) }));
    // The last too: its beginning might fit into the line before.
    const marks = shown.flatMap(({ start, end, blank }): MarkedRange[] => [
      ...(isAddressBreak(paragraph.text, start) ? [{ start, end: start, mark: 'wbr' as const }] : []),
      { start, end, mark: 'keep', space: blank },
    ]);
    return { task, shown, spans: markText(paragraph, lines.length > 1 ? marks : []) };
  });
  const strange = done.filter(({ task, shown }) => strayBreak(task.paragraph, shown) !== undefined);
  for (const { spans } of strange) unmarkText(spans);
  return strange.map(({ task }) => task);
}

/** End of a line without its final space or soft hyphen, where the browser breaks. */
function shownEnd(text: string, { start, end }: LatinLine): number {
  let shown = end;
  while (shown > start && /[ \u00ad]/.test(text[shown - 1]!)) shown--;
  return shown;
}

/** Places after which a line may end: spaces, soft hyphens, and hyphens and dashes between letters. */
const piece =
  /[^ \u00ad\u2013\u2014-]*(?: |\u00ad|[\u2013\u2014](?=[\p{L}\d])|-(?=\p{L})|[\u2013\u2014-]|$)/gu;

const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
/** Widths in px by font and text; they do not depend on the galley. */
const known = new Map<string, number>();

/** Width of a text in px: as a canvas measures it, with the figures that the style chooses. */
function widthIn({ font, figures }: Pick<Run, 'font' | 'figures'>, text: string): number {
  const width = widthOf(font, text);
  if (figures === 'normal' || !/\d/.test(text)) return width;
  const more = figureWidths(font, figures);
  return [...text].reduce((sum, char) => sum + (/\d/.test(char) ? more[Number(char)]! : 0), width);
}

/** How much wider the figures 0 to 9 of a variant are than those that a canvas draws, in px. */
const figures = new Map<string, number[]>();

function figureWidths(font: string, variant: string): number[] {
  const key = `${font}\n${variant}`;
  const measured = figures.get(key);
  if (measured) return measured;
  const probes = [...'0123456789'].map((figure) => {
    const probe = document.createElement('span');
    probe.style.cssText = `position:absolute;visibility:hidden;font:${font};font-variant-numeric:${variant}`;
    // Ten of them: a width in the browser is rounded.
    probe.textContent = figure.repeat(10);
    return probe;
  });
  document.body.append(...probes);
  const more = probes.map(
    (probe, figure) => probe.getBoundingClientRect().width / 10 - widthOf(font, `${figure}`),
  );
  for (const probe of probes) probe.remove();
  figures.set(key, more);
  return more;
}

function widthOf(font: string, text: string): number {
  const key = `${font}\n${text}`;
  const width = known.get(key);
  if (width !== undefined) return width;
  canvas.font = font;
  const measured = canvas.measureText(text).width;
  known.set(key, measured);
  return measured;
}

/** Words, parts of words, and pieces of addresses. */
function piecesOf(text: string): { found: string; index: number }[] {
  const pieces: { found: string; index: number }[] = [];
  const addWords = (start: number, end: number) => {
    for (const { 0: found, index } of text.slice(start, end).matchAll(piece))
      if (found !== '') pieces.push({ found, index: start + index });
  };
  let at = 0;
  for (const { found, index } of addressesIn(text)) {
    addWords(at, index);
    at = index;
    for (const part of addressPieces(found)) {
      pieces.push({ found: part, index: at });
      at += part.length;
    }
    // The blank behind it, or the word that it is part of.
    const rest = pieces.at(-1)!;
    const [after = ''] = /^[^ ]*(?: |$)/.exec(text.slice(at)) ?? [];
    rest.found += after;
    at += after.length;
  }
  addWords(at, text.length);
  return pieces;
}

/** The text of a paragraph as pieces for lines; widths in em. */
function segmentsOf({ text, runs, emPx }: Paragraph): Segment[] {
  const segments: Segment[] = [];
  for (const { found, index } of piecesOf(text)) {
    const end = index + found.length;
    const own = runs.filter(({ start, node }) => start < end && start + node.length > index);
    const shown = found.replace(/[ \u00ad]$/, '');
    const width = own.reduce((sum, run) => {
      const { start, node } = run;
      const part = shown.slice(Math.max(0, start - index), Math.max(0, start + node.length - index));
      return sum + widthIn(run, part);
    }, 0);
    const { font } = own.at(-1)!;
    segments.push({
      start: index,
      end,
      width: width / emPx,
      blank: found.endsWith(' ') ? widthOf(font, ' ') / emPx : 0,
      hyphen: found.endsWith('\u00ad') ? widthOf(font, '\u2010') / emPx : 0,
      // A dash at the very end may still be the end of a word.
      isBreak:
        /[ \u00ad]$/.test(found) ||
        isAddressBreak(text, end) ||
        (/[\u2013\u2014-]$/.test(found) && /[\p{L}\d]/u.test(text[end] ?? '')),
    });
  }
  return segments;
}
