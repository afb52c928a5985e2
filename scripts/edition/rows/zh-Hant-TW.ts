import { dateOf, weekdayOf } from '../format-date.js';
import { traditionalLabels } from '../labels.js';
import type { ChineseRow } from '../row.js';
import { sharedWords } from './shared-words.js';

/** 臺灣. */
export const zhHantTW = {
  id: 'zh-Hant-TW',
  name: '繁體中文（臺灣）',
  opencc: { script: 's2tw', words: 's2twp' },
  houseStyle: {
    characters: '臺台 汙污 溼濕 僱雇 賬帳 鑒鑑 歎嘆',
    words: `${sharedWords} 計劃=計畫 身份=身分 部份=部分 成份=成分 綵排=彩排 遊牧=游牧 批覆=批復 香煙=香菸 煙酒=菸酒 吸煙=吸菸 煙草=菸草 抽煙=抽菸 戒煙=戒菸 禁煙=禁菸 捲煙=捲菸 煙葉=菸葉 煙民=菸民 台面=檯面 蒙蔽=矇蔽 蒙騙=矇騙`,
  },
  middleDot: '．',
  formatDate: (iso) => `${dateOf(iso)} ${weekdayOf(iso)}`,
  labels: traditionalLabels,
  region: 'TC',
  readings: 'taiwan',
  collation: 'zh-Hant-u-co-stroke',
} as const satisfies ChineseRow;
