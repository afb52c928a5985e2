import { chineseRows } from './rows/index.js';
import { onlyHans, onlyHant } from './script-marks.js';

/** The script of a text; `unknown` where both scripts write it alike. */
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

/**
 * Characters of both scripts: Simplified texts have them in some words (乾隆, 瞭望, 藉口, 著名, 宫商角徵, 鍾), or Traditional
 * ones by the face of their type, though the dictionaries know them as Simplified only.
 */
const inBoth =
  '乾瞭藉著徵鍾覆夥床戸税没灶台群峰為説脱悦鋭温閲卧葱汙污痴粽竪艶衆奬毁凈净凉况决冲减準强真值内户产';

let marks: Uint8Array | undefined;

/** 1 for units that only Simplified text has, 2 for those that only Traditional text has. */
function getMarks(): Uint8Array {
  if (marks) return marks;
  marks = new Uint8Array(65_536);
  const mark = (characters: string, value: number) => {
    for (let at = 0; at < characters.length; at++) marks![characters.charCodeAt(at)] = value;
  };
  mark(onlyHans, 1);
  mark(onlyHant, 2);
  mark(inBoth, 0);
  // Glyphs that Traditional texts have too, by the house style of a region.
  for (const { houseStyle } of chineseRows)
    for (const pair of houseStyle.characters.split(/\s+/).filter(Boolean)) marks[pair.charCodeAt(1)] = 0;
  return marks;
}
