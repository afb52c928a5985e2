import type { FormRule } from './read-rules.js';

/** The rules of one character, in order. */
interface CharRules {
  list: readonly FormRule[];
  /** Matches where one of them does: one question instead of six, for nearly all places. */
  any: RegExp;
}

/** By UTF-16 unit. */
export type Rules = readonly (CharRules | undefined)[];

/** Rules to be asked, of a character that comes twice those that come first. */
export function indexRules(entries: Iterable<readonly [char: string, rules: readonly FormRule[]]>): Rules {
  const rules = new Array<CharRules | undefined>(65_536).fill(undefined);
  for (const [char, more] of entries) {
    const unit = char.charCodeAt(0);
    const list = [...(rules[unit]?.list ?? []), ...more];
    rules[unit] = { list, any: new RegExp(list.map(({ pattern }) => pattern.source).join('|'), 'uy') };
  }
  return rules;
}

/** Places of a text where a rule decides, each with the first that matches. */
export function findByRules(text: string, rules: Rules): ReadonlyMap<number, FormRule> {
  const found = new Map<number, FormRule>();
  for (let at = 0; at < text.length; at++) {
    const own = rules[text.charCodeAt(at)];
    if (!own || !matches(own.any, text, at)) continue;
    const rule = own.list.find(({ pattern }) => matches(pattern, text, at));
    if (rule) found.set(at, rule);
  }
  return found;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
