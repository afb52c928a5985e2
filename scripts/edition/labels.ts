import type { Labels } from '../article/edition.js';

/** 简体. */
export const simplifiedLabels: Labels = {
  contents: '目录',
  cover: '封面图片',
  colophon: '校读说明',
  untitled: '无题',
  caption: '图片',
  highlights: '本期要目',
  publisher: '出版',
  index: '索引',
  indexLists: { person: '人名', place: '地名', other: '其他' },
  notes: '校读记',
  remark: ({ before, after, reason }) => `“${after}”，底本作“${before}”${reason ? `（${reason}）` : ''}。`,
  question: ({ text, candidates, line, reason }) =>
    `存疑：${text ? `“${text}”${orElse(candidates, '“', '”', '或作')}，` : ''}${reason}${line ? `（底本第${line}行）` : ''}。`,
  imprintLines: ({ date, publisher, edition, trim, thousands }) => [
    ...(date ? [`出版日期　${date}`] : []),
    ...(publisher ? [`出版　${publisher}`] : []),
    `版本　${edition}`,
    `开本　${trim}`,
    `字数　${thousands}千字`,
  ],
  onPage: ['（第', '页）'],
  continuedIn: '下接',
  continuedFrom: '上接',
  colophonText: ({ title, date, joins, edits, open, articles }) => [
    `本册据${nameOf(title)}${dayOf(date)}版面文字重新编排，共收稿件${articles}篇。原文因提取而断开的行已接回，用字悉依底本；次序若有调整（如标题移到文前），均记录在案。`,
    `接行${joins}处，其余校改${edits}处，逐条记入校勘记，可据以复原底本。`,
    open > 0 ? `尚有存疑${open}处，待编者裁定。` : '无存疑。',
    '付印前逐字核对：纸面文字与稿件一致，无遗漏，无重复。',
  ],
};

/** 繁體. */
export const traditionalLabels: Labels = {
  contents: '目錄',
  cover: '封面圖片',
  colophon: '校讀說明',
  untitled: '無題',
  caption: '圖片',
  highlights: '本期要目',
  publisher: '出版',
  index: '索引',
  indexLists: { person: '人名', place: '地名', other: '其他' },
  notes: '校讀記',
  remark: ({ before, after, reason }) =>
    `「${after}」，底本作「${before}」${reason ? `（${reason}）` : ''}。`,
  question: ({ text, candidates, line, reason }) =>
    `存疑：${text ? `「${text}」${orElse(candidates, '「', '」', '或作')}，` : ''}${reason}${line ? `（底本第${line}行）` : ''}。`,
  imprintLines: ({ date, publisher, edition, trim, thousands }) => [
    ...(date ? [`出版日期　${date}`] : []),
    ...(publisher ? [`出版　${publisher}`] : []),
    `版本　${edition}`,
    `開本　${trim}`,
    `字數　${thousands}千字`,
  ],
  onPage: ['（第', '頁）'],
  continuedIn: '下接',
  continuedFrom: '上接',
  colophonText: ({ title, date, joins, edits, open, articles }) => [
    `本冊據${nameOf(title)}${dayOf(date)}版面文字重新編排，共收稿件${articles}篇。原文因擷取而斷開的行已接回，次序若有調整（如標題移到文前），均記錄在案；字形採繁體。`,
    `接行${joins}處，其餘校改${edits}處，逐條記入校勘記，可據以復原底本。`,
    open > 0 ? `尚有存疑${open}處，待編者裁定。` : '無存疑。',
    '付印前逐字核對：紙面文字與稿件一致，無遺漏，無重複。',
  ],
};

/** 香港. */
export const hongKongLabels: Labels = {
  ...traditionalLabels,
  colophonText: ({ title, date, joins, edits, open, articles }) => [
    `本冊據${nameOf(title)}${dayOf(date)}版面文字重新編排，共收稿件${articles}篇。原文因提取而斷開的行已接回，次序若有調整（如標題移到文前），均記錄在案；字形採繁體。`,
    ...traditionalLabels.colophonText({ title, joins, edits, open, articles }).slice(1),
  ],
};

/** 英文. */
export const englishLabels: Labels = {
  contents: 'Contents',
  cover: 'Picture on the cover',
  colophon: 'A Note on the Text',
  untitled: 'Untitled',
  caption: 'Picture',
  highlights: 'In This Issue',
  publisher: 'Published by',
  index: 'Index',
  indexLists: { person: 'Persons', place: 'Places', other: 'Other names' },
  notes: 'Notes on the Wording',
  remark: ({ before, after, reason }) =>
    `“${after}”: the source has “${before}”${reason ? ` (${reason})` : ''}.`,
  question: ({ text, candidates, line, reason }) =>
    `Open: ${text ? `“${text}”${orElse(candidates, '“', '”', ', or perhaps ')}: ` : ''}${reason}${line ? ` (line ${line} of the source)` : ''}.`,
  imprintLines: ({ date, publisher, edition, trim, thousands }) => [
    ...(date ? [`Published ${date}`] : []),
    ...(publisher ? [`Publisher: ${publisher}`] : []),
    `Edition: ${edition}`,
    `Trim size: ${trim}`,
    `About ${thousands},000 characters`,
  ],
  onPage: [' (p. ', ')'],
  continuedIn: 'Continued in',
  continuedFrom: 'Continued from',
  colophonText: ({ title, date, joins, edits, open, articles }) => [
    `This booklet sets anew the text of ${title}${date ? `, ${date}` : ''}: ${counted(articles, 'article')}. Lines that the extraction had broken were joined again; the wording of the original is kept, and a change of order, such as a headline moved before its story, is on record.`,
    `${counted(joins, 'line')} joined and ${counted(edits, 'other correction')} made; each is on record, and the original can be restored from them.`,
    open > 0
      ? `${counted(open, 'question')} left open for the editor to decide.`
      : 'No question was left open.',
    'Before printing, the text was compared character by character: the printed text is that of the manuscript, with nothing lost and nothing duplicated.',
  ],
};

/** Other readings, each in quotes. */
const orElse = (candidates: readonly string[] = [], open = '', close = '', or = '') =>
  candidates.length > 0
    ? `${or}${candidates.map((one) => `${open}${one}${close}`).join(or.startsWith(',') ? ' or ' : '')}`
    : '';

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A weekday belongs to a masthead, not into a sentence. */
const dayOf = (date = '') => date.replace(/\s*星期.$/u, '');

const nameOf = (title: string) => (/[《》]/.test(title) ? title : `《${title}》`);
