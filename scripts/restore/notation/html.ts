import type { Range } from '../../article/ledger.js';
import type { Line } from '../measure/lines.js';
import { notationNumbers } from '../numbers/forms.js';
import { dataTables } from './marks/data-tables.js';
import { entityMarks } from './marks/entities.js';
import { markTable } from './marks/read-table.js';
import { type Form, type Notation, newNotation } from './notation.js';

const { leastTags, longestBlock, longestHead } = notationNumbers;

const names =
  'p|br|div|span|strong|b|em|i|u|a|h[1-6]|ul|ol|li|dl|dt|dd|table|tbody|thead|tr|td|th|img|html|head|body|title|font|center|blockquote|section|article|header|footer|main|nav|figure|figcaption|meta|link|script|style|sup|sub|small|hr|pre|ruby|rt|rp';
const tag = new RegExp(`</?(?:${names})(?:\\s[^<>]{0,2000})?/?>`, 'giu');
const block =
  /^<\/?(?:p|br|div|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|blockquote|section|article|header|footer|figure|figcaption|hr|pre|center|body|title)\b/iu;
/** Markup that is not text at all. */
const unseen =
  /<(script|style|head)\b[^>]{0,2000}>[\s\S]{0,200000}?<\/\1>|<!--[\s\S]{0,20000}?-->|<!doctype[^>]{0,500}>/giu;
/** 网页: tags separate blocks and are not text; entities are characters. */
export const html: Form = {
  id: 'html',
  words: {
    reason: [
      '网页的标签不是正文，字符引用代表一个字。',
      '網頁的標籤不是正文，字元參照代表一個字。',
      'Tags of a web page are not text, and a character reference is one character.',
    ],
    asks: ['“{text}”：按文中的记号读了', '「{text}」：按文中的記號讀了', '“{text}” was read by its marks'],
    remedy: [
      '不该这样读的，在 overrides.yaml 里写 off: [html]。',
      '不該這樣讀的，在 overrides.yaml 裡寫 off: [html]。',
      'If this is wrong, write off: [html] in overrides.yaml.',
    ],
  },
  read(source, lines) {
    const tags = [...source.matchAll(tag)];
    const entities = entityMarks(source).map(({ index, length, wanted }) => ({
      range: [index, index + length] as Range,
      wanted,
      rule: 'html',
    }));
    if (tags.length + entities.length < leastTags) return undefined;
    const notation = newNotation('HTML');
    const hidden = [...source.matchAll(unseen)].map(
      ({ 0: text, index }): Range => [index, index + text.length],
    );
    const isHidden = (at: number) => hidden.some(([start, end]) => at >= start && at < end);
    for (const range of hidden) notation.corrections.push({ range, wanted: '', rule: 'html' });
    const tables = dataTables(source).filter(([start]) => !isHidden(start));
    const isCell = takenBy(tables);
    const outside = tags.filter(({ index }) => !isHidden(index) && !isCell(index));
    for (const { 0: text, index } of outside)
      notation.corrections.push({ range: [index, endOf(source, index, text)], wanted: '', rule: 'html' });
    for (const [start, end] of tables) {
      const own = lines.filter((line) => line.start >= start && line.start < end);
      markTable(notation, source, { own, start, end, rule: 'html' });
    }
    // The tag has already removed the blanks that indent a paragraph.
    const isTaken = takenBy(notation.corrections.map(({ range }) => range));
    notation.corrections.push(...entities.filter(({ range }) => !isHidden(range[0]) && !isTaken(range[0])));
    notation.corrections.sort((a, b) => a.range[0] - b.range[0]);
    const blocks = outside.filter(({ 0: text }) => block.test(text));
    notation.isWhole = blocks.length + tables.length > 0;
    const edges = [...blocks.map(edgeOf), ...tables.flat()].sort((a, b) => a - b);
    if (notation.isWhole) partBlocks(source, lines, { notation, blocks, edges });
    return notation;
  },
};

/** A blank, or an entity for one, at this place. */
const blankHere =
  /(?:[ \t\u3000\u00a0]|&(?:nbsp|emsp|ensp|thinsp|#12288|#8195|#160|#x3000|#x2003|#xa0);)+/iuy;

/** End of a tag; for a block including the spaces that indented its first line. */
function endOf(source: string, index: number, text: string): number {
  const end = index + text.length;
  if (!block.test(text) || text[1] === '/') return end;
  blankHere.lastIndex = end;
  return end + (blankHere.exec(source)?.[0].length ?? 0);
}

/** Tells whether places, asked in ascending order, lie in one of some ranges, which may be in any order. */
function takenBy(ranges: readonly Range[]): (at: number) => boolean {
  const own = ranges.toSorted((a, b) => a[0] - b[0]);
  let next = 0;
  return (at) => {
    while (next < own.length && own[next]![1] <= at) next++;
    return next < own.length && own[next]![0] <= at;
  };
}

/** Where a block ends or begins by a tag. */
const edgeOf = ({ 0: text, index }: RegExpExecArray) =>
  text[1] === '/' || /^<br/iu.test(text) ? index + text.length : index;

/** Blocks begin and end at their tags, wherever these are in a line; lines of a block continue. */
function partBlocks(
  source: string,
  lines: readonly Line[],
  {
    notation,
    blocks,
    edges,
  }: { notation: Notation; blocks: readonly RegExpExecArray[]; edges: readonly number[] },
): void {
  for (const at of edges) {
    const next = firstVisible(source, at);
    if (next < source.length) notation.breaks.add(next);
  }
  let number = 0;
  for (const { start } of lines) {
    let isNew = notation.breaks.has(start);
    for (; number < edges.length && edges[number]! <= start; number++) isNew = true;
    if (isNew) notation.breaks.add(start);
    else notation.joins.add(start);
  }
  for (const { 0: text, index } of blocks) roleOf(source, [index, index + text.length], notation);
}

function firstVisible(source: string, from: number): number {
  let at = from;
  while (at < source.length && /\s/u.test(source[at]!)) at++;
  return at;
}

/** h1 is the headline, other headings and short paragraphs in bold are crossheads. */
function roleOf(source: string, [start, end]: Range, { roles }: Notation): void {
  const name = /^<(\w+)/u.exec(source.slice(start, end))?.[1]?.toLowerCase();
  if (!name || name === 'br' || name === 'div') return;
  const close = source.indexOf('<', end);
  const inner = source.slice(
    end,
    source.indexOf(`</${name}`, end) < 0 ? end : source.indexOf(`</${name}`, end),
  );
  const words = inner.replace(/<[^<>]*>|&[a-z]+;|\s/giu, '');
  if (words === '' || close < 0 || words.length > longestBlock) return;
  const at = end + inner.search(/[^\s<]/u);
  const isBold =
    /^\s*<(?:strong|b)\b[^>]*>[^<]*<\/(?:strong|b)>\s*$/iu.test(inner) && words.length <= longestHead;
  const first: Range = [at, at + 1];
  if (name === 'h1') roles.push({ range: first, role: 'headline' });
  else if (/^h[2-6]$/u.test(name) || isBold) roles.push({ range: first, role: 'crosshead' });
  else if (name === 'li') roles.push({ range: first, role: 'list' });
  else if (words.length > longestHead || /[。！？：；”]$/u.test(words))
    roles.push({ range: first, role: 'paragraph' });
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## blocks and characters of a page
<html><body><h1>东渠放水</h1>
<p>新修的东渠昨日放水，&ldquo;九个村&rdquo;的农田得到灌溉。</p>
<ul><li>修渠三条</li><li>建桥&#20004;座</li></ul></body></html>
---
headline: 东渠放水
paragraph: 新修的东渠昨日放水，“九个村”的农田得到灌溉。
list: 修渠三条
list: 建桥两座
furniture:
furniture:
furniture:
furniture:
furniture:
furniture:
? the text

## a text about tags
他说，用 <p> 分段。
---
paragraph: 他说，用<p>分段。
`;
