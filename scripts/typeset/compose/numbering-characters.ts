/** 编号字: characters that list numbers use, by words in the names of CSS counter styles (CSS Counter Styles 3). */
const byName: readonly (readonly [RegExp, string])[] = [
  [/roman/i, 'ivxlcdmIVXLCDM'],
  [/alpha|latin/i, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [/cjk|chinese/i, '零〇一二三四五六七八九十百千万萬、'],
  [/chinese-formal/i, '壹贰貳叁參肆伍陆陸柒捌玖拾佰仟'],
  [/stem/i, '甲乙丙丁戊己庚辛壬癸'],
  [/branch/i, '子丑寅卯辰巳午未申酉戌亥'],
];

/** The characters, apart from figures, that style sheets use in list numbers. */
export function numberingCharacters(css: string): string {
  const values = [
    ...css.matchAll(/list-style(?:-type)?\s*:([^;}]*)|counters?\(([^)]*)\)|@counter-style[^}]*/g),
  ]
    .map(([value]) => value)
    .join('\n');
  return (
    byName.flatMap(([name, characters]) => (name.test(values) ? characters : [])).join('') + quotedIn(values)
  );
}

/** Marks that a counter style puts around a number: （1）. */
const quotedIn = (values: string) =>
  [...values.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, one, other]) => one ?? other ?? '').join('');
