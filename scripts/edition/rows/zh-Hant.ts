import { dateOf, weekdayOf } from '../format-date.js';
import { traditionalLabels } from '../labels.js';
import type { ChineseRow } from '../row.js';
import { sharedWords } from './shared-words.js';

/** 繁體, of no region. */
export const zhHant = {
  id: 'zh-Hant',
  name: '繁體中文',
  opencc: { script: 's2tw', standard: 's2t' },
  houseStyle: { characters: '臺台 汙污 溼濕', words: sharedWords },
  middleDot: '·',
  formatDate: (iso) => `${dateOf(iso)} ${weekdayOf(iso)}`,
  labels: traditionalLabels,
  region: 'TC',
  readings: 'taiwan',
  collation: 'zh-Hant-u-co-stroke',
} as const satisfies ChineseRow;
