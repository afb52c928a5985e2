import { simplify } from '../../lexicon/own-words.js';
import { isAddressed, isAnnounced, isSurname } from '../../lexicon/people/name-scores.js';
import { type Conversion, reasons } from './conversion.js';

/** 异体字 that a person may bear, where words have another character: 陞 stays in 高拔陞, and is 升 in 陞遷. */
const variants = /[陞谿祕昇乾]/;

/** Keeps variant characters in the names of a Traditional text that becomes Simplified. */
export function keepNameVariants(
  { text, out, why }: Conversion,
  [start, end]: readonly [number, number],
): void {
  if (!variants.test(text.slice(start, end))) return;
  const plain = simplify(text);
  if (plain.length !== text.length) return;
  for (let at = start; at < end; at++) {
    if (!variants.test(text[at]!) || !isInName(plain, at)) continue;
    out[at] = text[at]!;
    why[at] = reasons.name;
  }
}

/** True if a character is the second or third of a name that a title, an address or a mark sets off. */
function isInName(text: string, at: number): boolean {
  for (const [back, length] of [
    [1, 2],
    [1, 3],
    [2, 3],
  ] as const) {
    const [start, end] = [at - back, at - back + length];
    if (text[at] === '干' && (length === 2 || isDry.test(text.slice(at, at + 2)))) continue;
    if (start < 0 || end > text.length || !isSurname(text[start]!)) continue;
    const isSetOff = isMark(text[start - 1]) && isMark(text[end]);
    if (isAnnounced(text, start) || isAddressed(text, end) || isSetOff) return true;
  }
  return false;
}

/** 乾 in a given name is qián, and stays 乾; in these words it is dry. */
const isDry = /干[燥枯净旱涸瘪粮脆果洗杯咳冷硬掉透涩货草电笑等了的]/;

const isMark = (char: string | undefined) => char === undefined || /[\s，。：；、（）「」！？·]/.test(char);
