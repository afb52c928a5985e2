import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import { withoutSpread } from '../../text/spread.js';
import { habitNumbers } from '../numbers/fit.js';
import type { Line } from './lines.js';

const { noiseShare, noisyLines, leastBlanks, leastPairs } = habitNumbers;

const spaced = pattern('gu')`(?<=[${han}])[ \u00a0\t]{1,2}(?=[${han}])`;
const pairs = pattern('gu')`[${han}](?=[ \u00a0\t]{0,2}[${han}])`;

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
    const own = text.match(spaced)?.length ?? 0;
    const count = text.match(pairs)?.length ?? 0;
    blanks += own;
    all += count;
    if (count < leastPairs) continue;
    long++;
    if (own > 0) noisy++;
  }
  return blanks >= leastBlanks && blanks >= all * noiseShare && noisy >= long * noisyLines;
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
