/**
 * Builds a pattern from named parts: pattern('gu')`[${han}]+\d`. Backslashes mean the same as in a pattern literal.
 *
 * @throws SyntaxError when the parts do not form a pattern
 */
export const pattern =
  (flags: string) =>
  (parts: TemplateStringsArray, ...values: readonly string[]): RegExp =>
    new RegExp(String.raw(parts, ...values), flags);

/** A part of a pattern, for use in others. */
export const part = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  String.raw(parts, ...values);

/** One pattern for what any of some finds: to ask it takes less time than to ask them one after the other. For `test`. */
export function anyOf(flags: string, patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), flags);
}
