import { isHan } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import { withoutSpread } from '../../text/spread.js';
import { habitNumbers } from '../numbers/fit.js';
import type { Line } from './lines.js';

const { noiseShare, noisyLines, leastBlanks, leastPairs, mostBlanks } = habitNumbers;

/**
 * True if spaces between Han are noise on this page: optical recognition puts them inside words, in nearly every line;
 * an editor puts them between phrases and names, in few.
 */
export function areBlanksNoise(lines: readonly Line[]): boolean {
  let blanks = 0;
  let all = 0;
  let noisy = 0;
  let long = 0;
  for (const { text } of lines) {
    if (/[\u3000\t]| {3}/u.test(text)) continue;
    const { own, count } = pairsOf(text);
    blanks += own;
    all += count;
    if (count < leastPairs) continue;
    long++;
    if (own > 0) noisy++;
  }
  return blanks >= leastBlanks && blanks >= all * noiseShare && noisy >= long * noisyLines;
}

/** Pairs of Han in a line, side by side or with one or two blanks between them, and how many of them have blanks. */
function pairsOf(text: string): { count: number; own: number } {
  let [count, own] = [0, 0];
  // Blanks since the last Han; more than two part it from the next.
  let gap = mostBlanks + 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!;
    if (code > 0xffff) at++;
    if (isHan(code)) {
      if (gap <= mostBlanks) count++;
      if (gap > 0 && gap <= mostBlanks) own++;
      gap = 0;
    } else gap = code === 0x20 || code === 0xa0 || code === 9 ? gap + 1 : mostBlanks + 1;
  }
  return { count, own };
}

const noise = pattern('gu')`(?<=[^\x21-\x7e])[ \u00a0\t]+(?=[^ \x21-\x7e])`;

/** 拉开字距: lines set wide read as their words do, without the blank after each character. */
export function readSpread(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const text = withoutSpread(line.text);
    return text === line.text ? line : { ...line, text, isSpread: true };
  });
}

/** Lines without their spaces, where these are noise. */
export function withoutNoise(lines: readonly Line[]): Line[] {
  return lines.map((line) => ({ ...line, text: line.text.replace(noise, '') }));
}
