import type { Labels } from '../article/edition.js';

const simplified: Labels = {
  contents: '目录',
  colophon: '校读说明',
  untitled: '无题',
  caption: '图片',
  highlights: '本期要目',
  publisher: '出版',
  colophonText: ({ title, date, joins, edits, open, articles }) => [
    `本册据${nameOf(title)}${date ?? ''}版面文字重新编排，共收稿件${articles}篇。原文因提取而断开的行已接回，次序与用字悉依底本。`,
    `接行${joins}处，其余校改${edits}处，逐条记入校勘记，可据以复原底本。`,
    open > 0 ? `尚有存疑${open}处，待编者裁定。` : '无存疑。',
    '付印前逐字核对：纸面文字与稿件一致，无遗漏，无重复。',
  ],
};

const taiwan: Labels = {
  contents: '目錄',
  colophon: '校讀說明',
  untitled: '無題',
  caption: '圖片',
  highlights: '本期要目',
  publisher: '出版',
  colophonText: ({ title, date, joins, edits, open, articles }) => [
    `本冊據${nameOf(title)}${date ?? ''}版面文字重新編排，共收稿件${articles}篇。原文因擷取而斷開的行已接回，次序悉依底本；字形由簡體轉換為繁體。`,
    `接行${joins}處，其餘校改${edits}處，逐條記入校勘記，可據以復原底本。`,
    open > 0 ? `尚有存疑${open}處，待編者裁定。` : '無存疑。',
    '付印前逐字核對：紙面文字與稿件一致，無遺漏，無重複。',
  ],
};

const hongKong: Labels = {
  ...taiwan,
  colophonText: ({ title, date, joins, edits, open, articles }) => [
    `本冊據${nameOf(title)}${date ?? ''}版面文字重新編排，共收稿件${articles}篇。原文因提取而斷開的行已接回，次序悉依底本；字形由簡體轉換為繁體。`,
    ...taiwan.colophonText({ title, joins, edits, open, articles }).slice(1),
  ],
};

const nameOf = (title: string) => (/[《》]/.test(title) ? title : `《${title}》`);

const table: Record<string, Labels> = {
  'zh-Hans': simplified,
  'zh-Hant': taiwan,
  'zh-Hant-TW': taiwan,
  'zh-Hant-HK': hongKong,
};

/** The words of a language edition; those of zh-Hans for one that has none of its own. */
export function labelsOf(editionId: string): Labels {
  return table[editionId] ?? simplified;
}
