const digits = '零一二三四五六七八九';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const legal = '零壹贰叁肆伍陆柒捌玖';
const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
/** Numbers of lists are smaller; larger ones are written with digits. */
const largest = 10_000;

/** 二十三, 一百零五: as laws number their articles. */
function hanNumber(value: number, signs = digits, tens = '十百千'): string {
  let text = '';
  for (const [place, unit] of [
    [1000, tens[2]!],
    [100, tens[1]!],
    [10, tens[0]!],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / place) % 10;
    if (digit > 0) text += signs[digit]! + unit;
    else if (text !== '' && value % place > 0 && !text.endsWith(signs[0]!)) text += signs[0];
  }
  return signs === digits ? text.replace(/^一十/u, '十') : text;
}

function romanNumber(value: number): string {
  let [left, text] = [value, ''];
  for (const [worth, letters] of romans) for (; left >= worth; left -= worth) text += letters;
  return text;
}

/** a … z, aa, bb, as word processors count. */
const letter = (value: number) =>
  String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);

/** ① … ⑳. */
const circled = (value: number) => (value <= 20 ? String.fromCodePoint(0x245f + value) : String(value));

/** Forms of numbers by their names in DOCX; a number in any other is written with digits. */
const forms: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) =>
    String(value).replace(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  upperRoman: romanNumber,
  lowerRoman: (value) => romanNumber(value).toLowerCase(),
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerLetter: letter,
  chineseCounting: (value) => hanNumber(value),
  chineseCountingThousand: (value) => hanNumber(value),
  taiwaneseCounting: (value) => hanNumber(value),
  taiwaneseCountingThousand: (value) => hanNumber(value),
  japaneseCounting: (value) => hanNumber(value),
  ideographDigital: (value) =>
    String(value).replace(/\d/gu, (digit) => digits[Number(digit)]!.replace('零', '〇')),
  taiwaneseDigital: (value) =>
    String(value).replace(/\d/gu, (digit) => digits[Number(digit)]!.replace('零', '〇')),
  ideographTraditional: (value) => stems[(value - 1) % 10]!,
  ideographZodiac: (value) => branches[(value - 1) % 12]!,
  chineseLegalSimplified: (value) => hanNumber(value, legal, '拾佰仟'),
};

/** A number of a list in a form of DOCX: 3 as 三, 丙, iii, ③. */
export function numberIn(form: string, value: number): string {
  return value > 0 && value < largest && Object.hasOwn(forms, form) ? forms[form]!(value) : String(value);
}
