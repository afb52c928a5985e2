import { readDictionaries } from '../lexicon/dictionaries.js';

/** What a text is written in; `unknown` where both scripts write it alike. */
export type Script = 'hans' | 'hant' | 'mixed' | 'unknown';

/** In a text of the other script, a name or a quotation may keep this share of its characters: one in twenty. */
const tolerance = 0.05;

/** 繁简判别: by the characters that only one of the scripts has. */
export function detectScript(text: string): Script {
  const { hans, hant } = countScripts(text);
  if (hans + hant === 0) return 'unknown';
  if (hant <= (hans + hant) * tolerance) return 'hans';
  if (hans <= (hans + hant) * tolerance) return 'hant';
  return 'mixed';
}

export function countScripts(text: string): { hans: number; hant: number } {
  const marks = getMarks();
  let hans = 0;
  let hant = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = marks[text.charCodeAt(at)]!;
    if (mark === 1) hans++;
    else if (mark === 2) hant++;
  }
  return { hans, hant };
}

let marks: Uint8Array | undefined;

/** 1 for units that only Simplified text has, 2 for those that only Traditional text has. */
function getMarks(): Uint8Array {
  if (marks) return marks;
  marks = new Uint8Array(65_536);
  const toHant = readDictionaries('s2t');
  const toHans = readDictionaries('t2s').characters;
  const outputs = new Set(toHant.characters.values());
  for (const word of toHant.phrases.values()) for (const char of word) outputs.add(char);
  for (const [from, to] of toHant.characters)
    if (from.length === 1 && from !== to && !outputs.has(from)) marks[from.charCodeAt(0)] = 1;
  for (const [from, to] of toHans)
    if (from.length === 1 && from !== to && !toHant.characters.has(from) && outputs.has(from))
      marks[from.charCodeAt(0)] = 2;
  // Both scripts write these, Simplified in some words: 乾隆, 瞭望, 藉口, 著名, 宫商角徵, 鍾.
  for (const char of '乾瞭藉著徵鍾覆夥') marks[char.charCodeAt(0)] = 0;
  return marks;
}
