import { contextOf, type Doubt } from '../doubt.js';
import { simplify } from '../lexicon/own-words.js';
import { convertScript } from './convert-script.js';
import type { Converter } from './converter.js';
import { newStory } from './story.js';

/**
 * Simplified characters whose Traditional forms are different words, never two spellings of one (占 佔, 周 週, 游 遊 are
 * both printed).
 */
const merged: ReadonlySet<string> = new Set(
  '干后里发面制系只准谷斗余征姜范丑松郁表卷困舍胡咸几种御仆朴丰虫云价别辟钟复历须术党适万与机杰',
);

/** At this chance a million characters of press have fifty such places, three quarters of them misprints (read on a part). */
const leastCertain = 0.05;

/**
 * 误字: places of a Traditional text that has a form which its words do not take, as an earlier conversion leaves them
 * (皇後, 頭發, 機製) or a Simplified character that was forgotten (桃干). The text stays as it is.
 */
export function findMisprints(text: string, converter: Converter): Doubt[] {
  const plain = simplify(text);
  if (plain.length !== text.length || !converter.script.risks) return [];
  const { out, risk } = convertScript(plain, converter, newStory([plain]));
  const standard = (form: string) => converter.plain.get(form) ?? form;
  const doubts: Doubt[] = [];
  for (let at = 0; at < text.length; at++) {
    const [printed, ours] = [text[at]!, out[at]!];
    if (printed === ours || !merged.has(plain[at]!) || risk[at]! > leastCertain) continue;
    const forms = converter.script.forms.get(plain[at]!) ?? [];
    if (standard(printed) === standard(ours) || !forms.includes(standard(printed))) continue;
    doubts.push({
      start: at,
      end: at + 1,
      ruleId: 'misprint',
      source: printed,
      reading: printed,
      candidates: [ours],
      risk: 0.75,
      word: text.slice(Math.max(0, at - 1), at + 2),
      count: 1,
      context: contextOf(text, at, at + 1),
    });
  }
  return doubts;
}
