import { type CharacterRule, changesOf } from './rule.js';

const han = '[\\u3400-\\u9fff〇—…，、。；：？！“”‘’《》]';
/** Five or more single characters with one blank each between them. */
const spaced = new RegExp(`(?<!${han})${han}(?:[ \\u3000\\u00a0]+${han}){4,}(?!${han})`, 'gu');

/** 字距: a line set wide to fill its measure, extracted with a blank after every character. */
export const letterSpacing: CharacterRule = {
  id: 'letter-spacing',
  reason: 'The line was letter-spaced to fill its measure; the blanks between its characters say nothing.',
  change: (text) => changesOf(text, spaced, ([match]) => collapse(match)),
};

/** Wider blanks than the usual one still part the phrases of a letter-spaced headline. */
function collapse(match: string): string {
  const blanks = match.match(/[ \u3000\u00a0]+/g) ?? [];
  const usual = Math.min(...blanks.map((blank) => blank.length));
  return match.replace(/[ \u3000\u00a0]+/g, (blank) => (blank.length > usual ? '\u3000' : ''));
}
