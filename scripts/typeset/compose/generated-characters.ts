/** 编号字: characters that list numbers use, by words in the names of CSS counter styles (CSS Counter Styles 3). */
const byName: readonly (readonly [RegExp, string])[] = [
  [/roman/i, 'ivxlcdmIVXLCDM'],
  [/alpha|latin/i, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [/cjk|chinese/i, '零〇一二三四五六七八九十百千万萬、'],
  [/chinese-formal/i, '壹贰貳叁參肆伍陆陸柒捌玖拾佰仟'],
  [/stem/i, '甲乙丙丁戊己庚辛壬癸'],
  [/branch/i, '子丑寅卯辰巳午未申酉戌亥'],
];

/** 着重号: marks that a browser draws for the words of `text-emphasis`, filled and open (CSS Text Decoration 3, 3.1). */
const marks: readonly (readonly [RegExp, string])[] = [
  [/dot/i, '•'],
  [/circle|filled\s*$/i, '●◉'],
  [/triangle/i, '▲'],
  [/sesame/i, '﹅'],
  [/open/i, '◦○◎△﹆'],
];

/**
 * The characters, apart from figures, that the browser itself prints as style sheets say: numbers of lists, marks of
 * emphasis, ornaments.
 */
export const generatedCharacters = (css: string): string =>
  numberingCharacters(css) + emphasisCharacters(css) + ornaments(css);

function emphasisCharacters(css: string): string {
  const values = [...css.matchAll(/text-emphasis(?:-style)?\s*:([^;}]*)/g)]
    .map(([, value]) => value)
    .join('\n');
  return (
    marks.flatMap(([name, characters]) => (name.test(values) ? characters : [])).join('') + quotedIn(values)
  );
}

function numberingCharacters(css: string): string {
  const values = [
    ...css.matchAll(/list-style(?:-type)?\s*:([^;}]*)|counters?\(([^)]*)\)|@counter-style[^}]*/g),
  ]
    .map(([value]) => value)
    .join('\n');
  return (
    byName.flatMap(([name, characters]) => (name.test(values) ? characters : [])).join('') + quotedIn(values)
  );
}

/** Text that is an ornament: it says nothing, as ◆ before a headline does. */
export const isOrnament = (text: string): boolean => /^[\p{So}\s※•◦‣▪▫]*$/u.test(text);

/** The text that a sheet puts before or after elements. */
export const ornaments = (css: string): string =>
  quotedIn([...css.matchAll(/(?<![\w-])content\s*:([^;}]*)/g)].map(([, value]) => value).join('\n'));

/** Marks that a counter style puts around a number: （1）; with their escapes, \\203B. */
const quotedIn = (values: string) =>
  [...values.matchAll(/"([^"]*)"|'([^']*)'/g)]
    .map(([, one, other]) => one ?? other ?? '')
    .join('')
    .replace(/\\([\da-f]{1,6})\s?|\\(.)/gi, (_, code: string | undefined, sign: string) =>
      code === undefined ? sign : characterOf(Number.parseInt(code, 16)),
    );

const characterOf = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
