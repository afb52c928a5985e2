import type { Labels } from '../../article/edition.js';
import type { Region } from '../faces.js';
import type { HouseStyle } from '../lexicon/house-style.js';

/** OpenCC's names of its configurations that an edition is made with. */
export interface OpenccNames {
  /** Script and glyph forms of the region: s2tw. */
  script: string;
  /** The same where the house style is switched off, if that is another one. */
  standard?: string;
  /** Words of the region too: s2twp. Absent for a region that has no list of them. */
  words?: string;
}

/** 版本: all that chongpai must know of a Chinese edition, and no other table knows more. */
export interface ChineseRow {
  /** BCP 47 tag, which says the script too. It names the PDF and the sheet in `styles/editions/`. */
  id: `zh-Hans${string}` | `zh-Hant${string}`;
  /** How the edition calls itself: 繁體中文（臺灣）. */
  name: string;
  opencc: OpenccNames;
  houseStyle: HouseStyle;
  /** 间隔号 between the parts of a name: 列夫·托尔斯泰. */
  middleDot: '·' | '．';
  /** 2025-02-26 → the form on a cover. */
  formatDate: (iso: string) => string;
  /** Words that chongpai itself prints. */
  labels: Labels;
  /** Whose glyph forms it is set in. */
  region: Region;
  /** 读音: whose dictionary the readings of a learners' edition follow. */
  readings: 'mainland' | 'taiwan';
  /** Order of the index, as Intl.Collator knows it. */
  collation: string;
}
