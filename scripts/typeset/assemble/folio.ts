const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** 页码: a page number as printed. */
export function folio(number: number, style: 'roman' | 'arabic'): string {
  if (style === 'arabic') return `${number}`;
  let rest = number;
  let text = '';
  for (const [value, sign] of romans) for (; rest >= value; rest -= value) text += sign;
  return text;
}
