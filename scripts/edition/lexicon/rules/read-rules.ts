import { classes } from './classes.js';

/** 语法: a rule that decides a form by the kinds of words around it. */
export interface FormRule {
  form: string;
  /** True if it overrules a word of the dictionaries. */
  isFirm: boolean;
  /** Matches the character where it stands (sticky): what is around it is only looked at. */
  pattern: RegExp;
  /** The region whose editions alone follow the rule; absent for all. */
  region?: string | undefined;
}

/**
 * Reads a table. A line at the margin is the Simplified character and its Traditional form (or its reading), with `!` before it where
 * the rule goes before a word of the dictionaries (街头|发布 has no 头发). The lines that are set in below it say where: what
 * stands before, `_`, what stands behind. A region at the end of the first line limits a rule to its editions. Of two
 * rules, the first decides.
 */
export function readRules(table: string): Map<string, FormRule[]> {
  const rules = new Map<string, FormRule[]>();
  for (const [, char = '', firm, form = '', region, spots = ''] of table.matchAll(
    /^(\S) (!?)(\S+)(?: ([A-Z]+))?\n((?: {2}.+\n)+)/gmu,
  )) {
    const patterns = spots
      .trimEnd()
      .split('\n')
      .map((spot) => patternOf(char, spot.trim()));
    const list = rules.get(char) ?? [];
    list.push({ form, isFirm: firm === '!', pattern: new RegExp(patterns.join('|'), 'uy'), region });
    rules.set(char, list);
  }
  return rules;
}

/** The text before is checked after the character, so that the engine looks for the character first. */
function patternOf(char: string, spot: string): string {
  const [before = '', after = ''] = withClasses(spot).split('_');
  return `${char}${before && `(?<=(?:${before})${char})`}${after && `(?=${after})`}`;
}

function withClasses(spot: string): string {
  return spot.replace(/[A-Z]{2,}/g, (name) => classes[name] ?? name);
}
