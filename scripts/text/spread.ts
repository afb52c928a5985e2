import { han } from './characters.js';
import { pattern } from './pattern.js';

/** A spread line has so many gaps at least: three characters with blanks are as likely names or cells. */
const leastGaps = 4;
/** Share of its gaps that have a blank; the sample's spread headline has one in each but those inside figures. */
const spacedShare = 0.7;

const spacedPair = pattern('u')`[${han}][ \u3000\u00a0]+[${han}][ \u3000\u00a0]`;

/** 拉开字距: true for five or more characters with a space in nearly all of their gaps. */
export function isSpread(line: string): boolean {
  if (!spacedPair.test(line)) return false;
  const gaps = line.trim().match(/\S(?=\S|[^\S\n]+\S)/gu)?.length ?? 0;
  const blanks = line.trim().match(/[^\S\n]+/gu)?.length ?? 0;
  return gaps >= leastGaps && blanks / gaps >= spacedShare;
}

/** A text without the spaces that only served to fill its measure. */
export function withoutSpread(text: string): string {
  return isSpread(text) ? text.replace(/(?<=\S)[ \u00a0](?=\S)/gu, '') : text;
}
