import { foldLine } from '../fold.js';

/** Fields of a record of a newspaper's database that are parts of its story. */
export type RecordPart = 'headline' | 'deck' | 'kicker' | 'byline' | 'text' | 'other';

const names: readonly [RecordPart, RegExp][] = [
  ['headline', /^(?:标题|题名|篇名|正题|主题名|文章标题)$/u],
  ['deck', /^(?:副标题|副题|副题名)$/u],
  ['kicker', /^(?:引题|肩题|眉题)$/u],
  ['byline', /^(?:作者|著者|记者|责任者)$/u],
  ['text', /^(?:正文|内容|全文)$/u],
  [
    'other',
    /^(?:日期|出版日期|发布日期|刊期|期号|版次|版面|版名|栏目|专栏|来源|报纸|报名|报刊名称|关键词|字数|分类|文号|编号|ID|图片)$/u,
  ],
];

/** 著录项: what a field of this name holds; undefined for any other name. */
export const recordPartOf = (name: string): RecordPart | undefined =>
  names.find(([, known]) => known.test(foldLine(name)))?.[0];
