import { dateOf } from '../format-date.js';
import { simplifiedLabels } from '../labels.js';
import type { ChineseRow } from '../row.js';

/** 简体: the mainland's. */
export const zhHans = {
  id: 'zh-Hans',
  name: '简体中文',
  opencc: { script: 't2s' },
  houseStyle: { characters: '枱台', words: '' },
  middleDot: '·',
  formatDate: dateOf,
  labels: simplifiedLabels,
  region: 'SC',
  readings: 'mainland',
  collation: 'zh-Hans-u-co-pinyin',
} as const satisfies ChineseRow;
