import type { Labels } from '../article/edition.js';
import type { Region } from './faces.js';
import type { HouseStyle } from './lexicon/house-style.js';

/** OpenCC's names of the configurations for an edition. */
export interface OpenccNames {
  /** Script and glyph forms of the region: s2tw. */
  script: string;
  /** The same without the house style, if different. */
  standard?: string;
  /** Words of the region too: s2twp. Absent for a region that has no list of them. */
  words?: string;
}

/** 版本: everything that chongpai must know about a Chinese edition; no other table knows more. */
export interface ChineseRow {
  /** BCP 47 tag, which says the script too. It names the PDF and the sheet in `styles/editions/`. */
  id: `zh-Hans${string}` | `zh-Hant${string}`;
  /** Name of the edition in its own language: 繁體中文（臺灣）. */
  name: string;
  opencc: OpenccNames;
  houseStyle: HouseStyle;
  /** 间隔号 between the parts of a name: 列夫·托尔斯泰. */
  middleDot: '·' | '．';
  /** 2025-02-26 → the form on a cover. */
  formatDate: (iso: string) => string;
  /** Words that chongpai itself prints. */
  labels: Labels;
  /** Region of its glyph forms. */
  region: Region;
  /** 读音: the dictionary of the readings in a learners' edition. */
  readings: 'mainland' | 'taiwan';
  /** Locale of the index's order, for Intl.Collator. */
  collation: string;
}
