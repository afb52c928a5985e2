import type { ColophonFacts, ImprintFacts, Labels } from '../article/edition.js';

/** 简体. */
export const simplifiedLabels: Labels = {
  contents: '目录',
  cover: '封面图片',
  colophon: '编校说明',
  noPicture: '（图略）',
  highlights: '本期要目',
  undatedHighlights: '要目',
  publisher: '出版',
  index: '索引',
  indexLists: { person: '人名', place: '地名', other: '其他' },
  notes: '校记',
  remark: ({ before, after, reason }) =>
    `${after ? `“${after}”，底本作` : '删去'}“${before}”${reason ? `（${reason}）` : ''}。`,
  widths: (count) => `全角、半角标点统改${count}处，不一一出校。`,
  question: ({ text, candidates, line, reason }) =>
    `存疑：${text ? `“${text}”${orElse(candidates, '“', '”', '或作')}，` : ''}${reason}${line ? `（底本第${line}行）` : ''}。`,
  imprintLines: ({ date, publisher, edition, trim, thousands }) => [
    ...(date ? [`出版日期　${date}`] : []),
    ...(publisher ? [`出版　${publisher}`] : []),
    `文种　${edition}`,
    `开本　${trimIn(trim, ['（', '）'], '毫米')}`,
    `字数　${thousands}千字`,
  ],
  onPage: ['（第', '页）'],
  continuedIn: '下接',
  continuedFrom: '上接',
  colophonText: ({ title, date, joins, edits, added, open, articles }) => [
    joins + edits > 0
      ? `本册据${nameOf(title)}${dayOf(date)}版面文字整理重排${countOf(articles, ['，收文', '篇'])}。${joins > 0 ? '提取造成的断行均已接回；' : ''}改动之处逐条另存校勘记，可据以复原底本。`
      : `本册据${nameOf(title)}${dayOf(date)}文字编排${countOf(articles, ['，收文', '篇'])}。`,
    ...counts(joins, edits, ['接回断行', '处', '校改']),
    ...(added > 0 ? [`编者补入${added}处，为底本所无。`] : []),
    ...(open > 0 ? [`存疑${open}处，俟考。`] : []),
    '付印前逐字核校，书中文字与整理稿相符，无脱漏，无重出。',
  ],
};

/** 繁體. */
export const traditionalLabels: Labels = {
  contents: '目錄',
  cover: '封面圖片',
  colophon: '編校說明',
  noPicture: '（圖略）',
  highlights: '本期要目',
  undatedHighlights: '要目',
  publisher: '出版',
  index: '索引',
  indexLists: { person: '人名', place: '地名', other: '其他' },
  notes: '校記',
  remark: ({ before, after, reason }) =>
    `${after ? `「${after}」，底本作` : '刪去'}「${before}」${reason ? `（${reason}）` : ''}。`,
  widths: (count) => `全形、半形標點統改${count}處，不一一出校。`,
  question: ({ text, candidates, line, reason }) =>
    `存疑：${text ? `「${text}」${orElse(candidates, '「', '」', '或作')}，` : ''}${reason}${line ? `（底本第${line}行）` : ''}。`,
  imprintLines: ({ date, publisher, edition, trim, thousands }) => [
    ...(date ? [`出版日期　${date}`] : []),
    ...(publisher ? [`出版　${publisher}`] : []),
    `文種　${edition}`,
    `開本　${trimIn(trim, ['（', '）'], '公釐')}`,
    `字數　${thousands}千字`,
  ],
  onPage: ['（第', '頁）'],
  continuedIn: '下接',
  continuedFrom: '上接',
  colophonText: (facts) => traditionalColophon(facts, '擷取'),
};

/** 香港. */
export const hongKongLabels: Labels = {
  ...traditionalLabels,
  widths: (count) => `全角、半角標點統改${count}處，不一一出校。`,
  imprintLines: (facts) =>
    traditionalLabels.imprintLines(facts).map((line) => line.replaceAll('公釐', '毫米')),
  colophonText: (facts) => traditionalColophon(facts, '提取'),
};

/** `taken`: the word of the region for extraction. */
function traditionalColophon(
  { title, date, joins, edits, added, open, articles }: ColophonFacts,
  taken: string,
): string[] {
  return [
    joins + edits > 0
      ? `本冊據${nameOf(title)}${dayOf(date)}版面文字整理重排${countOf(articles, ['，收文', '篇'])}，字形採繁體。${joins > 0 ? `${taken}造成的斷行均已接回；` : ''}改動之處逐條另存校勘記，可據以復原底本。`
      : `本冊據${nameOf(title)}${dayOf(date)}文字編排${countOf(articles, ['，收文', '篇'])}，字形採繁體。`,
    ...counts(joins, edits, ['接回斷行', '處', '校改']),
    ...(added > 0 ? [`編者補入${added}處，為底本所無。`] : []),
    ...(open > 0 ? [`存疑${open}處，俟考。`] : []),
    '付印前逐字核校，書中文字與整理稿相符，無脫漏，無重出。',
  ];
}

/** 英文. */
export const englishLabels: Labels = {
  contents: 'Contents',
  cover: 'Picture on the cover',
  colophon: 'A Note on the Text',
  noPicture: ' (picture not reproduced)',
  highlights: 'In This Issue',
  undatedHighlights: 'In This Book',
  publisher: 'Published by',
  index: 'Index',
  indexLists: { person: 'People', place: 'Places', other: 'Other names' },
  notes: 'Textual Notes',
  remark: ({ before, after, reason }) =>
    `${after ? `“${after}”: the source has` : 'Removed:'} “${before}”${reason ? ` (${reason})` : ''}.`,
  widths: (count) => `The width of ${counted(count, 'mark')} was corrected.`,
  question: ({ text, candidates, line, reason }) =>
    `Query: ${text ? `“${text}”${orElse(candidates, '“', '”', ', or perhaps ')}: ` : ''}${reason}${line ? ` (line ${line} of the source)` : ''}.`,
  imprintLines: ({ date, publisher, edition, trim, thousands }) => [
    ...(date ? [`Published ${date}`] : []),
    ...(publisher ? [`Publisher: ${publisher}`] : []),
    `Language: ${edition}`,
    `Trim size: ${trimIn(trim, [' (', ')'], ' mm')}`,
    `About ${thousands},000 characters`,
  ],
  onPage: [' (p. ', ')'],
  continuedIn: 'Continued in',
  continuedFrom: 'Continued from',
  colophonText: ({ title, date, joins, edits, added, open, articles }) => {
    const breaks = joins > 0 ? `${counted(joins, 'line break')} ${joins === 1 ? 'was' : 'were'} removed` : '';
    const others = edits > 0 ? `${counted(edits, joins > 0 ? 'other correction' : 'correction')} made` : '';
    const changes = [breaks, others].filter(Boolean).join(' and ');
    return [
      `This booklet is a new setting of ${articles === undefined ? 'the text of' : `${spelled(articles)} ${articles === 1 ? 'article' : 'articles'} from`} ${title}${date ? `, ${date}` : ''}.${joins > 0 ? ' Lines broken in extraction have been rejoined.' : ''}`,
      ...(changes
        ? [
            `In all, ${changes}; a record of each, kept with the manuscript, allows the original to be reconstructed.`,
          ]
        : []),
      ...(added > 0
        ? [
            `${capital(spelled(added))} ${added === 1 ? 'passage' : 'passages'} not in the original ${added === 1 ? 'was' : 'were'} added by the editor.`,
          ]
        : []),
      ...(open > 0
        ? [`${capital(spelled(open))} ${open === 1 ? 'query remains' : 'queries remain'} open.`]
        : []),
      'Before printing, every page was checked character by character against the edited text: nothing is missing, repeated or altered.',
    ];
  },
};

const numbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const spelled = (count: number) => numbers[count] ?? `${count}`;
const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

/** Chapters of one book are not counted. */
const countOf = (count: number | undefined, [before, after]: readonly [string, string]) =>
  count === undefined ? '' : `${before}${count}${after}`;

/** 共接回断行358处，另校改51处。 Numbers that are 0 are not mentioned. */
function counts(joins: number, edits: number, words: readonly [string, string, string]): string[] {
  const [joined, place, changed] = words;
  if (joins > 0) return [`共${joined}${joins}${place}${edits > 0 ? `，另${changed}${edits}${place}` : ''}。`];
  return edits > 0 ? [`共${changed}${edits}${place}。`] : [];
}

/** A5（148毫米×210毫米） */
function trimIn(
  { name, width, height }: ImprintFacts['trim'],
  around: readonly [string, string],
  unit: string,
): string {
  const size = `${width}${unit}×${height}${unit}`;
  return name ? `${name}${around[0]}${size}${around[1]}` : size;
}

/** Other readings, each in quotes. */
const orElse = (candidates: readonly string[] = [], open = '', close = '', or = '') =>
  candidates.length > 0
    ? `${or}${candidates.map((one) => `${open}${one}${close}`).join(or.startsWith(',') ? ' or ' : '')}`
    : '';

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A weekday belongs to a masthead, not into a sentence. */
const dayOf = (date = '') => date.replace(/\s*星期.$/u, '');

const nameOf = (title: string) => (/[《》]/.test(title) ? title : `《${title}》`);
