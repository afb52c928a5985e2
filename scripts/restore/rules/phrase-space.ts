import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import { isNameBlank, spreadNames } from '../../text/press/names.js';
import type { Change } from '../draft.js';
import { blankSign, type CharacterRule, changesOf } from './rule.js';

const phrase = pattern('gu')`(?<=[${han}”’》）！？…])[ \u00a0\u2000-\u200a]+(?=[${han}“‘《（—])`;
/** Matches from the first space of a run: starting at each would take quadratic time. */
const wideNoise = /(?<![ \u00a0])[ \u00a0]*\u3000[ \u00a0\u3000]*/gu;
/** 王　明: only a name that was set as wide as one of three characters. */
const loneName = pattern('u')`^[${han}][ \u00a0\u3000]+[${han}]$`;

/** 空格: the space between the phrases of a headline or the names of a byline is intended; it is one em wide. */
export const phraseSpace: CharacterRule = {
  id: 'phrase-space',
  words: {
    reason: [
      '词组或姓名之间的空格是原文，占一字。',
      '詞組或姓名之間的空格是原文，占一字。',
      'A space between phrases or names is part of the text and one em wide.',
    ],
  },
  signs: blankSign,
  change(text, { kind }) {
    if (kind === 'table') return cellBlanks(text);
    if (kind === 'names') return changesOf(text, /[ \t\u00a0\u3000]+/gu, () => '\u3000');
    const spread =
      kind === 'byline' && loneName.test(text) ? [{ start: 0, end: text.length }] : spreadNames(text);
    const names = spread.map(({ start, end }): Change => {
      return { start, end, replacement: text.slice(start, end).replace(/\s+/u, '') };
    });
    const isDisplay = kind === 'display' || kind === 'byline';
    const inName = (at: number) => names.some(({ start, end }) => at >= start && at < end);
    const phrases = changesOf(text, phrase, () => '\u3000').filter(
      ({ start }) => !inName(start) && (isDisplay || isMeant(text, start)),
    );
    const wide = isDisplay ? changesOf(text, wideNoise, () => '\u3000') : [];
    return [...names, ...phrases, ...wide.filter(({ start }) => !inName(start))].sort(
      (a, b) => a.start - b.start,
    );
  },
};

/** True for an intended space in running text: between names after 记者 and around a credit. */
function isMeant(text: string, at: number): boolean {
  return isNameBlank(text.slice(Math.max(0, at - 16), at), text.slice(at, at + 16).trimStart());
}

/** 黄　瓜 among 西红柿: a word of two characters that was set as wide as one of three, … */
const spreadWord = pattern('gu')`(?<=^|[\n\t \u3000])([${han}])\u3000([${han}])(?=$|[\n\t \u3000])`;
const cellGap = /\t+|[ \u3000]{2,}|\u3000/u;

/** … in a row of a table that has one cell too many with it, and as many as rows without such a word if it is closed. */
function closesWords(text: string): (row: string) => boolean {
  if (text.search(spreadWord) < 0) return () => false;
  const cells = (row: string) => row.split(cellGap).length;
  const usual = new Set(text.split('\n').flatMap((row) => (row.search(spreadWord) < 0 ? [cells(row)] : [])));
  return (row) => !usual.has(cells(row)) && usual.has(cells(row.replace(spreadWord, '$1$2')));
}

/** Gaps between cells become one em; where wider gaps separate cells, a single space is inside a cell: 1 042. */
function cellBlanks(text: string): Change[] {
  let offset = 0;
  const isClosed = closesWords(text);
  return text.split('\n').flatMap((row) => {
    if (row.includes('|')) {
      // Bars separate the cells already.
      offset += row.length + 1;
      return [];
    }
    const gap = /\t|\u3000|[ \u00a0]{2}/u.test(row)
      ? /[ \u00a0]*(?:\t|\u3000|[ \u00a0]{2})[ \t\u00a0\u3000]*/gu
      : singleGap;
    const words = isClosed(row)
      ? changesOf(row, spreadWord, ([word]) => word.replace('\u3000', '')).map(
          ({ start, ...change }): Change => ({
            ...change,
            start: start + 1,
            end: start + 2,
            replacement: '',
          }),
        )
      : [];
    const gaps = changesOf(row, gap, () => '\u3000');
    const changes = [...words, ...gaps]
      .sort((a, b) => a.start - b.start)
      .map((change) => {
        return { ...change, start: change.start + offset, end: change.end + offset };
      });
    offset += row.length + 1;
    return changes;
  });
}

/** Single spaces that separate cells, but not the thousands of a number. */
const singleGap = /(?<!(?<![\d.])\d{1,3}(?: \d{3})*)[ \u00a0]+|[ \u00a0]+(?!\d{3}(?!\d))/gu;

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## phrases of a headline (display)
强龙头 推动产业转型跨越发展
---
强龙头　推动产业转型跨越发展

## a byline (display)
记者 李 峰
---
记者　李峰

## two names in a dateline
本报讯（记者文星乃 刘璐）2月25日上午
---
本报讯（记者文星乃　刘璐）2月25日上午

## a credit at the end of a caption
图为会议现场。记者 柯玉栋 摄
---
图为会议现场。记者　柯玉栋　摄

## a wide blank that is right already (display)
补链条　培育高质量发展突破点
---
补链条　培育高质量发展突破点
`;
