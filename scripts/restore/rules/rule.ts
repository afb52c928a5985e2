import type { Doubt } from '../../article/restoration.js';
import type { RuleWords } from '../../article/words/rule-words.js';
import type { Change } from '../write/draft.js';

/** What a rule may know besides the text of the block. */
export interface RuleContext {
  /**
   * `display` is what stands outside running text: headlines, kickers, crossheads, bylines, credits; in a `table`
   * blanks part cells.
   */
  kind: 'text' | 'display' | 'byline' | 'table' | 'names';
  /** Facts about the whole source. */
  page: PageHabits;
  /** Where the printed lines begin in the text, before any rule has changed it. */
  lineStarts: readonly number[];
}

/** Whether blanks part cells or names: there none is noise. */
export const isParted = (kind: RuleContext['kind']) => kind === 'table' || kind === 'names';

/** How the page as a whole writes what can be written in several ways. */
export interface PageHabits {
  /** Blanks between Han and Latin stand everywhere: an editor put them there, not a compositor. */
  spacesAreEditorial: boolean;
  /** The page writes all its digits ２０２５: a house style, which is no error. */
  digitsAreFull: boolean;
  /** `1. ` with its blank, on all of its items. */
  itemsAreSpaced: boolean;
  /** Blanks between Han stand inside of words, in most lines: optical recognition put them there. */
  blanksAreNoise: boolean;
  /** The page's own parentheses round Han text are `（）`. */
  bracketsAreFull: boolean;
}

/**
 * Rule 规则: one kind of change or doubt about characters, in one file named after its id: what it does, and what people
 * are told of it.
 */
export interface CharacterRule {
  id: string;
  words: RuleWords;
  /** The changes to make to a block's text; sorted and disjoint. */
  change?(text: string, context: RuleContext): Change[];
  /** What only a person can decide; offsets into the block's text. */
  doubt?(text: string, context: RuleContext): Omit<Doubt, 'ruleId'>[];
}

/** The changes that a global regular expression makes; `replace` returns undefined to leave a match alone. */
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

/** Sorts changes of several patterns; where two overlap, the one that begins earlier stands, then the earlier list's. */
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
