import type { Doubt } from '../../article/restoration.js';
import type { RuleWords } from '../../article/words/rule-words.js';
import type { Change } from '../draft.js';

/** Context of a rule besides the text of the block. */
export interface RuleContext {
  /**
   * `display` is text outside running text: headlines, kickers, crossheads, bylines, credits; in a `table` spaces
   * separate cells.
   */
  kind: 'text' | 'display' | 'byline' | 'table' | 'names';
  /** Facts about the whole source. */
  page: PageHabits;
  /** Starts of the printed lines in the text, before any rule has changed it. */
  lineStarts: readonly number[];
}

/** True if spaces separate cells or names: there none is noise. */
export const isParted = (kind: RuleContext['kind']) => kind === 'table' || kind === 'names';

/** The page's habits where several ways of writing are possible. */
export interface PageHabits {
  /** True if spaces between Han and Latin are everywhere: an editor put them there, not a compositor. */
  spacesAreEditorial: boolean;
  /** True if the page writes all its digits as ２０２５: a house style, not an error. */
  digitsAreFull: boolean;
  /** True if its sentences end with `.` instead of 。. */
  pointsAreStops: boolean;
  /** True if all items have `1. ` with a space. */
  itemsAreSpaced: boolean;
  /** True if spaces between Han are inside words in most lines: optical recognition put them there. */
  blanksAreNoise: boolean;
  /** True if the page's own parentheses round Han text are `（）`. */
  bracketsAreFull: boolean;
}

/**
 * Rule 规则: one kind of change or question, in one file named after its id: its code, its sentences for people, and its
 * `cases`.
 */
export interface Rule {
  id: string;
  words: RuleWords;
}

/** A rule about characters. */
export interface CharacterRule extends Rule {
  /**
   * UTF-16 units without one of which a text does not concern the rule; it is not asked then. A rule without signs is
   * always asked.
   */
  signs?: RegExp;
  /** The changes to make to a block's text; sorted and disjoint. */
  change?(text: string, context: RuleContext): Change[];
  /** Questions that only a person can decide; offsets into the block's text. */
  doubt?(text: string, context: RuleContext): Omit<Doubt, 'ruleId'>[];
}

/** Sign of rules about white space of any kind. */
export const blankSign: RegExp = /[\s\u0085\u200b\u2060]/;

/** The changes of a global regular expression; `replace` returns undefined to leave a match alone. */
export function changesOf(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
  confidence = 1,
): Change[] {
  const changes: Change[] = [];
  // Not matchAll, which makes a copy of the pattern each time.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const replacement = replace(match);
    if (replacement === undefined || replacement === match[0]) continue;
    changes.push({ start: match.index, end: match.index + match[0].length, replacement, confidence });
  }
  return changes;
}

/** Sorts changes of several patterns; of two that overlap, the earlier one wins, then the earlier list's. */
export function mergeChanges(...lists: readonly Change[][]): Change[] {
  const merged: Change[] = [];
  let last = -1;
  for (const change of lists.flat().sort((a, b) => a.start - b.start)) {
    if (change.start < last) continue;
    merged.push(change);
    last = change.end;
  }
  return merged;
}
