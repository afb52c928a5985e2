import { foldLine } from '../fold.js';
import { pattern } from '../pattern.js';
import { remember } from '../remember.js';

/** 页码: the number that a line consists of, and its form, which tells how surely it counts pages. */
export interface PageLabel {
  value: number;
  /** `worded` has 页, Page or 版; `dashed` is between dashes; `bare` could be any number unless others continue it. */
  dress: 'worded' | 'dashed' | 'bare';
}

/** A number of up to five figures: no book has more pages. */
const D = '(\\d{1,5}|[一二三四五六七八九十百千〇○零廿卅]{1,5})';
const dash = '[-—–―－·•‧・~～*=|]';
const labels: readonly [PageLabel['dress'], RegExp][] = [
  ['worded', pattern('u')`^第${D}[页版](?:[,，/、]?共\d{1,5}[页版])?$`],
  ['worded', pattern('u')`^(?:共\d{1,5}页[,，/、]?)第${D}页$`],
  ['worded', pattern('u')`^${D}[页版](?:[,，/、]?共\d{1,5}页)?$`],
  ['worded', pattern('iu')`^(?:page|p\.?|pg\.?)(\d{1,5})(?:(?:of|/)\d{1,5})?$`],
  ['dashed', pattern('u')`^${dash}{1,6}${D}${dash}{1,6}$`],
  ['bare', pattern('u')`^[（【〈《<]${D}[）】〉》>]$`],
  ['bare', pattern('u')`^(\d{1,5})(?:/|of)\d{1,5}$`],
  ['bare', pattern('u')`^${D}$`],
];

/** [第2版], ===== Page 2 =====: marks around a label in words, on both sides: 第4版） is the end of a jump's mark. */
const around = /^[【（〈《=*~_—–-]+(.*[^】）〉》=*~_—–-])[】）〉》=*~_—–-]+$/u;

/** The beginning of all of them, which most lines lack. */
const opening = pattern('iu')`^ *(?:[第共p\d一二三四五六七八九十百千〇○零廿卅]|${dash}|[（【〈《<=_])`;

/** The page number in a line, in any form: 第 3 页 共 12 页, 3/12, [57], 五七, ·57·, — 1021 —, P2. */
export const pageLabelOf = (text: string): PageLabel | undefined =>
  text.length > 24 ? undefined : labelOf(text);

const labelOf = remember((text): Readonly<PageLabel> | undefined => {
  const folded = foldLine(text);
  if (!opening.test(folded)) return undefined;
  const dense = folded.replaceAll(' ', '');
  for (const [dress, form] of labels) {
    const found = form.exec(dense);
    const value = found && readNumber(found[1]!);
    if (value) return { value, dress };
  }
  const bare = around.exec(dense)?.[1];
  if (bare === undefined) return undefined;
  for (const [dress, form] of labels) {
    const value = dress === 'worded' ? readNumber(form.exec(bare)?.[1] ?? '') : 0;
    if (value) return { value, dress };
  }
  return undefined;
});

const digits = '〇一二三四五六七八九';

/** 57, 五七, 五十七, 一百零三 → a number; 0 for anything else. */
export function readNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/[○零]/gu, '〇').replaceAll('廿', '二十').replaceAll('卅', '三十');
  if (!/[十百千]/.test(plain)) return Number([...plain].map((char) => digits.indexOf(char)).join(''));
  let sum = 0;
  let digit = 0;
  for (const char of plain) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[char];
    if (unit) sum += (digit || 1) * unit;
    digit = unit ? 0 : digits.indexOf(char);
  }
  return sum + digit;
}

/** A running head without its number, whose side alternates between left and right pages. */
export interface HeadParts {
  /** Its words, without spaces and dots. */
  words: string;
  /** The same for left and right pages, although their words are in a different order. */
  key: string;
  value: number;
  /** True if the number precedes the words, as on left pages. */
  isBefore: boolean;
  /** True if a wide blank or dots part the number from the words: ·126·　　青禾年鉴2025. */
  isApart: boolean;
}

// A year is not the page number: 2023年6月7日　立法會　5127.
const numberAt = pattern(
  'u',
)`^(?:第?(\d{1,5})[页版]?(?![\d年月日.,:/]))?(.*?[^\d.,:/年月])(?:第?(\d{1,5})[页版]?)?$`;
const ordinal = /^第\d+|[章节回条课组卷讲]$/u;

const apartBefore =
  /^[·—–・-]?[ \u3000]?(\d{1,4})[ \u3000]?[·—–・-]?(?:[ \u3000]{2,}|\u3000)(\p{sc=Han}.*)$/u;
const apartBehind =
  /^(\p{sc=Han}.*?)(?:[ \u3000]{2,}|\u3000)[·—–・-]?[ \u3000]?(\d{1,4})[ \u3000]?[·—–・-]?$/u;

/** A head whose number is parted from words that may have figures themselves. */
function headApart(text: string): HeadParts | undefined {
  const before = apartBefore.exec(text.trim());
  const behind = before ? null : apartBehind.exec(text.trim());
  const words = before?.[2] ?? behind?.[1];
  if (words === undefined || /[\u3000 ]{2}|\u3000/u.test(words)) return undefined;
  const dense = foldLine(words).replace(/[ ·|/—–─-]/gu, '');
  const value = Number(before?.[1] ?? behind![2]);
  return { words: dense, key: [...dense].sort().join(''), value, isBefore: before !== null, isApart: true };
}

/** `2　地方新闻` and `地方新闻　3` are one head on two pages; undefined where no number is at either end. */
export function headPartsOf(text: string): HeadParts | undefined {
  const apart = headApart(text);
  if (apart) return apart;
  const dense = foldLine(text).replace(/[ ·|/—–─-]/gu, '');
  const found = numberAt.exec(dense);
  const number = found?.[1] ?? found?.[3];
  if (!found || number === undefined || (found[1] !== undefined && found[3] !== undefined)) return undefined;
  const words = found[2]!;
  // 第3节 and 3年 count something else.
  if (ordinal.test(words)) return undefined;
  const key = [...words].sort().join('');
  return { words, key, value: Number(number), isBefore: found[1] !== undefined, isApart: false };
}
