import type { Line } from '../../measure/lines.js';
import { barLines } from './cells.js';

/** Kind of a line of Markdown, by its own marks. */
export type LineKind =
  | 'heading'
  | 'item'
  | 'quote'
  | 'row'
  | 'delimiter'
  | 'table'
  | 'picture'
  | 'comment'
  | 'page'
  | 'rule'
  | 'text';

/** `# 题`, with the sign of its level. */
export const heading: RegExp = /^(#{1,6})[ \u3000]+(?=\S)/u;
/** A list that a person has written: one item per line. */
export const listItem: RegExp = /^(?:[-*+]|\d{1,2}[.)]) +\S/u;
/** A paragraph in bold alone, with its words. */
export const boldLine: RegExp = /^(?:\*\*|__)(?=\S)([^*_\n]{1,80})(?:\*\*|__)$/u;
/** A line between stories. */
const rule = /^(?:-{3}|\*{3,}|_{3,}|\* \* \*)$/u;
/** The end of a page as programs mark it: `-----`, `{12}------`, `<!-- 第 2 页 -->`, `=== Page 3 ===`. */
const page =
  /^(?:-{4,}|\{\d{1,4}\}-{4,}|<!--\s*(?:page|page[ -]?(?:break|number|header|footer)?[\s:=]*\d{0,4}|第\s*\d{1,4}\s*[页頁])\s*-->|<page_number>[^<]{0,40}<\/page_number>|={3,}\s*page\s*\d{1,4}\s*={3,}|\\(?:newpage|pagebreak))$/iu;
/** A comment, the place of a block as some models write it, or the fence of a text that is given as code. */
const comment =
  /^<!--.*-->$|^<\|ref\|>[a-z_]{1,30}<\|\/ref\|>(?:<\|det\|>\[\[[\d,\s[\]]{0,400}\]\]<\|\/det\|>)?$|^(?:```|~~~)[a-z]{0,12}$/u;
const picture =
  /^(?:<(?:div|p|center|figure)\b[^<>]*>\s*)?(?:!\[[^\]\n]{0,400}\]\([^\n]{0,2000}\)|<img\b[^<>]{0,2000}>|==> picture .{0,80} <==|\*\*==> picture .{0,80} <==\*\*|<!-- image -->)(?:\s*<\/(?:div|p|center|figure)>)?$/iu;
const opensTable = /^(?:<(?:html|body|div)\b[^<>]{0,400}>\s*)*<table\b/iu;
const closesTable = /<\/table>/iu;

/** The kind of each line. */
export function lineKinds(lines: readonly Line[]): LineKind[] {
  const texts = lines.map(({ text }) => text);
  const bars = barLines(texts);
  let isInTable = false;
  return texts.map((text, index) => {
    isInTable ||= opensTable.test(text);
    if (isInTable) {
      isInTable = !closesTable.test(text);
      return 'table';
    }
    return bars[index] ?? kindOf(text);
  });
}

function kindOf(text: string): LineKind {
  if (picture.test(text)) return 'picture';
  if (page.test(text)) return 'page';
  if (comment.test(text)) return 'comment';
  if (rule.test(text)) return 'rule';
  if (heading.test(text)) return 'heading';
  if (listItem.test(text)) return 'item';
  return /^> ?\S/u.test(text) ? 'quote' : 'text';
}
