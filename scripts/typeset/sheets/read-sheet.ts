import { basename } from 'node:path';
import type { FontFace } from '../../article/edition.js';
import { readBytes, readTextFile } from '../../article/manuscript.js';
import { didYouMean, problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { checkContent } from './check-content.js';
import { checkPageRules } from './check-page-rules.js';
import { checkNumbers, inPoints } from './check-variables.js';
import { endFamilies } from './end-families.js';
import { ownFiles } from './own-files.js';
import { parseSheet, type Sheet } from './sheet.js';

/** A publication's own sheet, in its `styles/`. */
export const ownSheet = 'custom.css';

/** A sheet, prepared for a book. */
export interface ReadSheet {
  sheet: Sheet;
  css: string;
  faces: FontFace[];
}

/** Sheets by their paths, as they were read: the editions of an issue have nearly the same. */
const known = new Map<string, { text: string; read: ReadSheet }>();

/**
 * Reads a style sheet; undefined where there is none.
 *
 * @throws a problem with its line for a file that is not a style sheet, or has impossible rules.
 */
export function readSheet(path: string): ReadSheet | undefined {
  const text = readTextFile(path);
  if (text === undefined) return undefined;
  const former = known.get(path);
  if (former?.text === text) return former.read;
  const read = prepareSheet(text, path);
  // Files that another sheet names change by themselves.
  if (read.css === read.sheet.css) known.set(path, { text, read });
  return read;
}

function prepareSheet(text: string, path: string): ReadSheet {
  checkChoices(text, path);
  // chongpai's own sheets and those of a theme set margins of pages.
  const raw = parseSheet(text, path);
  if (basename(path) === ownSheet) {
    checkPageRules(raw);
    checkContent(raw);
  }
  checkNumbers(raw);
  const parsed = (css: string, former: Sheet) => (css === former.css ? former : parseSheet(css, path));
  const inUnits = parsed(inPoints(raw), raw);
  const sheet = parsed(endFamilies(inUnits), inUnits);
  return { sheet, ...ownFiles(sheet, readBytes) };
}

/** Variables with a word as value, and their possible words. */
const choices: Readonly<Record<string, readonly string[]>> = {
  '--marks': ['full', 'kaiming'],
  '--hanging': ['none', 'allow'],
  '--cover': ['plain', 'frame', 'slip'],
};

/** @throws a problem with its line for an unknown choice, which CSS would ignore. */
function checkChoices(css: string, path: string): void {
  for (const { 1: name, 2: value, index } of css.matchAll(/(--[\w-]+):\s*([\w-]+)\s*[;}]/g)) {
    const allowed = choices[name!];
    if (!allowed || allowed.includes(value!)) continue;
    throw problem(say('style-value', name, value, allowed.join(' or ')), {
      path,
      place: { line: css.slice(0, index).split('\n').length, column: 1 },
      ruleId: 'style',
      ...didYouMean(value!, allowed),
    });
  }
}
