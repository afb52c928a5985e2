import { dateInWords, weekdayOf } from '../format-date.js';
import type { ChineseRow } from '../row.js';
import { zhHantHK } from './zh-Hant-HK.js';

/** 澳門: forms and words of Hong Kong; dates in numerals, with 零, as in the official gazette 《澳門特別行政區公報》. */
export const zhHantMO = {
  ...zhHantHK,
  id: 'zh-Hant-MO',
  name: '繁體中文（澳門）',
  formatDate: (iso) => `${dateInWords(iso)}　${weekdayOf(iso)}`,
} as const satisfies ChineseRow;
