import type { Range } from '../../article/ledger.js';
import { isSpace } from '../../text/characters.js';
import { type Draft, draftText, splitCells } from '../draft.js';
import type { Rule } from '../rules/rule.js';

/** Correction 改字: a person's replacement of `source[range]`, or the meaning of a mark of a notation. */
export interface Correction {
  range: Range;
  wanted: string;
  /** Its rule in the ledger: a person's `replace`, or the id of the notation. */
  rule?: string;
}

/** 改字: a person's replacement of words, from overrides.yaml. */
export const replace: Rule = {
  id: 'replace',
  words: {
    brief: ['编者所改', '編者所改', 'changed by the editor'],
    reason: [
      '编辑改定的字，见 overrides.yaml。',
      '編輯改定的字，見 overrides.yaml。',
      'An editor corrected it: see overrides.yaml.',
    ],
  },
};

const ownRule = replace.id;

/**
 * Reduces a correction to its actual change: equal words on both sides only tell the place. An insertion includes the
 * character beside it, since an edit must replace something. Undefined where nothing differs.
 */
export function newCorrection(source: string, [from, to]: Range, wanted: string): Correction | undefined {
  const places: Range[] = [];
  for (let at = from; at < to; ) {
    const end = at + (source.codePointAt(at)! > 0xffff ? 2 : 1);
    if (!isSpace(source.charCodeAt(at))) places.push([at, end]);
    at = end;
  }
  const old = places.map(([start, end]) => source.slice(start, end));
  const fresh = [...wanted];
  if (old.join('') === wanted) return undefined;
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  if (head + tail === old.length) {
    if (head > 0) head--;
    else tail--;
  }
  const range: Range = [places[head]![0], places[old.length - 1 - tail]![1]];
  return { range, wanted: fresh.slice(head, fresh.length - tail).join('') };
}

/** Writes corrections into a draft, except those whose characters are not all in it, side by side. */
export function correct(draft: Draft, corrections: ReadonlyMap<number, readonly Correction[]>): void {
  if (corrections.size === 0 || !hasPlace(draft, corrections)) return;
  splitCells(draft, [{ start: 0, end: draftText(draft).length }]);
  const { starts, ends } = draft;
  for (let first = 0; first < starts.length; first++)
    for (const { range, wanted, rule = ownRule } of corrections.get(starts[first]!) ?? []) {
      let last = first;
      while (last + 1 < ends.length && ends[last]! < range[1]) last++;
      if (ends[last] !== range[1] || !isUnbroken(draft, first, last)) continue;
      for (let cell = first; cell <= last; cell++) {
        draft.texts[cell] = cell === first ? wanted : '';
        draft.marks.set(cell, { rule, confidence: 1 });
      }
    }
}

function hasPlace({ starts, ends }: Draft, corrections: ReadonlyMap<number, unknown>): boolean {
  return starts.some((start, cell) => {
    for (let at = start; at < ends[cell]!; at++) if (corrections.has(at)) return true;
    return false;
  });
}

/** Corrections by their start: a text may have thousands. */
export function byPlace(corrections: readonly Correction[]): Map<number, Correction[]> {
  const places = new Map<number, Correction[]>();
  for (const correction of corrections) {
    const known = places.get(correction.range[0]);
    if (known) known.push(correction);
    else places.set(correction.range[0], [correction]);
  }
  return places;
}

function isUnbroken({ starts, ends, marks }: Draft, first: number, last: number): boolean {
  for (let cell = first; cell <= last; cell++) {
    if (cell > first && starts[cell] !== ends[cell - 1]) return false;
    if (marks.get(cell)?.rule === ownRule) return false; // a correction of the same words
  }
  return true;
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a word that an editor corrects
新修的东渠昨日放水，沿渠九个村的
农田得到灌溉，村民们在渠边燃放鞭炮。
东渠全长二十三公里，历时两年建成，
投入劳力四万人次。
===
replace: [{text: 四万人次, with: 四万余人次}]
---
paragraph: 新修的东渠昨日放水，沿渠九个村的农田得到灌溉，村民们在渠边燃放鞭炮。
paragraph: 东渠全长二十三公里，历时两年建成，投入劳力四万余人次。
`;
