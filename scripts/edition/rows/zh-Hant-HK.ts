import { dateOf, weekdayOf } from '../format-date.js';
import { hongKongLabels } from '../labels.js';
import type { ChineseRow } from '../row.js';
import { sharedWords } from './shared-words.js';

/** 香港. */
export const zhHantHK = {
  id: 'zh-Hant-HK',
  name: '繁體中文（香港）',
  opencc: { script: 's2hk', words: 's2hkp' },
  houseStyle: {
    characters:
      '臺台 汙污 溼濕 峯峰 羣群 牀床 説說 衞衛 户戶 温溫 閲閱 脱脫 税稅 悦悅 鋭銳 敍敘 兑兌 卧臥 藴蘊 麪麵 綫線 啓啟 鈎鉤 葱蔥 揾搵 蜕蛻 醖醞 愠慍 ' +
      '豔艷 週周 蒐搜 氲氳 媪媼 册冊 麽麼 鑒鑑 歎嘆',
    words: `${sharedWords} 盡快 盡早 盡量 盡可能 盡速 店舖 商舖 舖位 街舖 地舖 當舖 舖頭 牴觸=抵觸 起鬨=起哄 大相徑庭=大相逕庭 徑自=逕自 游牧=遊牧 折疊=摺疊 安全係數=安全系數 堅尼係數=堅尼系數 彙集=匯集 彙總=匯總 爆表=爆錶 岑子傑=岑子杰 梁凌傑=梁凌杰 薑糖=姜糖 阿蟲=阿虫 內捲=內卷 複賽=復賽 複診=覆診 滷水=鹵水 春捲=春卷 蛋捲=蛋卷 矇眼=蒙眼 饑民=飢民 睏倦=困倦`,
  },
  middleDot: '·',
  formatDate: (iso) => `${dateOf(iso)}　${weekdayOf(iso)}`,
  labels: hongKongLabels,
  region: 'HK',
  readings: 'mainland',
  collation: 'zh-Hant-u-co-stroke',
} as const satisfies ChineseRow;
