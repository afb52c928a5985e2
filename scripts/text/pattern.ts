/**
 * Writes a pattern out of named parts: pattern('gu')`[${han}]+\d`. A backslash is the pattern's own, as between slashes.
 *
 * @throws SyntaxError when the parts make no pattern
 */
export const pattern =
  (flags: string) =>
  (parts: TemplateStringsArray, ...values: readonly string[]): RegExp =>
    new RegExp(String.raw(parts, ...values), flags);

/** A part of a pattern, of which others are made. */
export const part = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  String.raw(parts, ...values);
