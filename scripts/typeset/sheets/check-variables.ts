import { type CssNode, type Declaration, generate, walk } from 'css-tree/dist/csstree.esm';
import type { VFileMessage } from 'vfile-message';
import { didYouMean } from '../../article/problem.js';
import { type Said, say } from '../../article/words/say.js';
import { type Sheet, sheetMessage, sheetProblem } from './sheet.js';

/** Variables that chongpai reads itself; all others are used in its sheets. */
const own = ['--snap', '--pitch', '--columns', '--gap', '--width-share', '--cell-padding'];
/** Variables that chongpai sets, for sheets to use. */
const said = ['--trim-width', '--trim-height', '--measure', '--page-lines', '--type-height'].concat(
  ['top', 'bottom', 'inner', 'outer'].map((side) => `--margin-${side}`),
);

/** Points in the units in which a designer may write a length. */
const pointsIn: Readonly<Record<string, number>> = {
  pt: 1,
  mm: 72 / 25.4,
  cm: 720 / 25.4,
  in: 72,
  px: 0.75,
  pc: 12,
  q: 18 / 25.4,
};
/** Chromium sets base lines on whole pixels. */
const pixelPt = 0.75;

/**
 * 字号, 行距 in points, whatever their unit; line heights are rounded to whole pixels.
 *
 * @throws a problem with its line for a value that is not a length.
 */
export function inPoints(sheet: Sheet): string {
  let { css } = sheet;
  for (const { node, name } of declarationsOf(sheet, /^--(?:em|line)$/).reverse()) {
    const value = saidIn(node);
    const [, number, unit = ''] = /^([\d.]+)([a-z]*)$/i.exec(value) ?? [];
    const points = Number(number) * (pointsIn[unit.toLowerCase()] ?? Number.NaN);
    if (!(points > 0))
      throw sheetProblem(
        sheet,
        node,
        say('not-a-length', name, value),
        say('write-length', `${name}: ${name === '--em' ? '10.5pt' : '18pt'}`),
      );
    const exact = name === '--line' ? Math.round(points / pixelPt) * pixelPt : Math.round(points * 100) / 100;
    if (unit.toLowerCase() === 'pt' && exact === points) continue;
    const { start, end } = node.value.loc!;
    css = `${css.slice(0, start.offset)} ${exact}pt${css.slice(end.offset)}`;
  }
  return css;
}

/** Checks the unitless numbers that decide the type area. @throws a problem with its line. */
export function checkNumbers(sheet: Sheet): void {
  for (const { node, name } of declarationsOf(sheet, /^--(?:columns|gap|width-share|pitch)$/))
    if (!/^[\d.]+$/.test(saidIn(node)))
      throw sheetProblem(
        sheet,
        node,
        say('not-a-number', name, saidIn(node)),
        say('write-length', `${name}: ${name === '--width-share' ? 0.7 : 2}`),
      );
}

/** Variables that are never used, and those without a value: each with its line and the nearest known name. */
export function unknownVariables(sheet: Sheet, all: readonly Sheet[]): VFileMessage[] {
  const others = all.filter((one) => one !== sheet);
  const declared = new Set([
    ...own,
    ...said,
    ...others.flatMap((one) => declarationsOf(one, /^--/).map(({ name }) => name)),
  ]);
  const used = new Set(all.flatMap(usesIn).map(({ name }) => name));
  const mine = declarationsOf(sheet, /^--/);
  for (const { name } of mine) if (used.has(name)) declared.add(name);
  const idle = mine.filter(({ name }) => !declared.has(name));
  const lost = usesIn(sheet).filter(({ name, hasFallback }) => !declared.has(name) && !hasFallback);
  return [
    ...idle.map(({ node, name }) => told(sheet, node, say('unread-variable', name), [name, declared])),
    ...lost.map(({ node, name }) => told(sheet, node, say('empty-variable', name), [name, declared])),
  ];
}

function told(sheet: Sheet, node: CssNode, reason: Said, [name, known]: [string, Set<string>]): VFileMessage {
  return sheetMessage(sheet, node, [reason, didYouMean(name, [...known]).note ?? say('list-of-variables')]);
}

interface Declared {
  node: Declaration;
  name: string;
}

function declarationsOf({ tree }: Sheet, pattern: RegExp): Declared[] {
  const found: Declared[] = [];
  walk(tree, {
    visit: 'Declaration',
    enter(node: Declaration) {
      if (pattern.test(node.property)) found.push({ node, name: node.property });
    },
  });
  return found;
}

const saidIn = ({ value }: Declaration) => (value.type === 'Raw' ? value.value : generate(value)).trim();

function usesIn({ tree }: Sheet): { node: CssNode; name: string; hasFallback: boolean }[] {
  const found: { node: CssNode; name: string; hasFallback: boolean }[] = [];
  walk(tree, {
    visit: 'Declaration',
    enter(node: Declaration) {
      for (const [, name, comma] of saidIn(node).matchAll(/var\(\s*(--[\w-]+)\s*(,?)/g))
        found.push({ node, name: name!, hasFallback: comma === ',' });
    },
  });
  return found;
}
