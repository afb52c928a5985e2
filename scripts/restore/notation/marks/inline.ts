import { entityMarks } from './entities.js';
import { formulasIn } from './formula.js';
import { type Mark, marksOf } from './mark.js';

/** Marks inside a line of Markdown that are not text: escapes, stress, code, links, tags; formulas and references to characters as they are set. */
export function inlineMarks(text: string): Mark[] {
  const formulas = formulasIn(text);
  const found = [...formulas, ...entityMarks(text), ...marksOf(text, escaped)];
  for (const { pattern, size } of pairs)
    for (const { 0: all, index } of text.matchAll(pattern))
      found.push(
        { index, length: size, wanted: '' },
        { index: index + all.length - size, length: size, wanted: '' },
      );
  for (const { 0: all, 1: words = '', index } of text.matchAll(link)) {
    const opens = all.indexOf('[') + 1;
    found.push({ index, length: opens, wanted: '' });
    found.push({
      index: index + opens + words.length,
      length: all.length - opens - words.length,
      wanted: '',
    });
  }
  for (const pattern of [tag, box]) found.push(...marksOf(text, pattern));
  return disjoint(found);
}

const escaped = /\\(?=[!-/:-@[-`{-~])/gu;
/** Signs around words: stress, what is struck out, code. A lone star inside words is text: 王*民、李*军. */
const pairs = [
  { pattern: /(?<!\\)\*\*(?=\S)(?:[^*\n]{1,200}?)\*\*/gu, size: 2 },
  { pattern: /(?<![\\\w])__(?=\S)(?:[^_\n]{1,200}?)__(?!\w)/gu, size: 2 },
  { pattern: /(?<![\\*\p{L}\p{N}])\*(?=[^\s*])(?:[^*\n]{0,200}?[^\s*])\*(?![*\p{L}\p{N}])/gu, size: 1 },
  { pattern: /(?<![\\_\p{L}\p{N}])_(?=[^\s_])(?:[^_\n]{0,200}?[^\s_\\])_(?![_\p{L}\p{N}])/gu, size: 1 },
  { pattern: /(?<!\\)~~(?=\S)(?:[^~\n]{1,200}?)~~/gu, size: 2 },
  { pattern: /(?<![\\`])`(?=[^`\s])(?:[^`\n]{0,200}?[^`\s])`(?!`)/gu, size: 1 },
];
const address = '\\((?:[^()\\s]|\\([^()\\s]*\\)){0,2000}(?:\\s+"[^"\\n]{0,400}")?\\)';
/** A link, or a picture among words, whose words stay: it may stand for a character. */
const link = new RegExp(`(?<!\\\\)!?\\[([^\\[\\]\\n]{0,400})\\]${address}`, 'gu');
/** Tags that recognisers and people write into Markdown; a tag with a backslash before it is text. */
const tag =
  /(?<!\\)<\/?(?:p|br|div|span|strong|b|em|i|u|a|sup|sub|small|center|font|table|tbody|thead|tfoot|tr|td|th|html|body|h[1-6]|ul|ol|li|img|mark|del|ins|figure|figcaption|page_number|header|footer|watermark|signature)(?:\s[^<>\n]{0,2000})?\/?>/giu;
/** `<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>`: the place of a block, as some models write it. */
const box =
  /<\|det\|>\[\[[\d,\s[\]]{0,400}\]\]<\|\/det\|>|<\|ref\|>[a-z_]{1,30}<\|\/ref\|>|<\|\/?(?:ref|det|grounding|md_start|md_end)\|>/gu;

/** Marks in order; of two that overlap the first stays, and of two at one place the longer. */
export function disjoint(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  let end = 0;
  for (const mark of marks.toSorted((a, b) => a.index - b.index || b.length - a.length)) {
    if (mark.index < end) continue;
    kept.push(mark);
    end = mark.index + mark.length;
  }
  return kept;
}
