import { endsWithPage, isContentsHead } from '../../../text/press/contents.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';
import type { Found } from './found.js';

const { leastBareEntries, leastEntries, longestEntry } = pieceNumbers;

/** 前导点 and the page: 第一节　疆域……………3. */
const entry =
  /[^.．·…⋯‥—―_\s-][ \u3000]*(?:(?:[.．·･•…⋯‥—―_-] ?){4,}|…{2,})[ \u3000]*[（(]?\d{1,4}(?:\.\d{1,2})?(?:元|元\/\p{sc=Han}{1,2})?[）)]?$/u;
/** The same without leaders: 第一节　沿革　3. */
const bareEntry = /^[^，。；：！？]*\p{sc=Han}[\u3000 ]+(\d{1,4})$/u;

/** True if a line has a figure at its end, or before its unit (3元/公斤）): without one it is no entry. */
const endsWithFigure = (text: string) => /\d/u.test(text.slice(Math.max(0, text.length - 8)));

/** 目录: lines with leaders to a page number. Each is a separate block. */
export function contentsAt(lines: readonly Line[], from: number): Found {
  if (!endsWithFigure(lines[from]!.text)) {
    const to = Math.max(
      listedEntries(lines, from),
      sectionOf.test(lines[from]!.text) && !isContentsHead(lines[from]!.text)
        ? bareEntries(lines, from)
        : from,
    );
    return { to, isFound: to - from >= leastEntries };
  }
  let to = from;
  while (to < lines.length && lines[to]!.text.length <= longestEntry && entry.test(lines[to]!.text)) to++;
  if (to - from >= leastEntries) return { to, isFound: true };
  const listed = listedEntries(lines, from);
  if (listed > from) return { to: listed, isFound: true };
  const bare = bareEntries(lines, from);
  return { to: Math.max(to, bare), isFound: bare - from >= leastBareEntries };
}

/** 导读: the end of lines that end with a page's label, under such a head. */
function listedEntries(lines: readonly Line[], from: number): number {
  if (!isContentsHead(lines[from - 1]?.text ?? '')) return from;
  let to = from;
  while (to < lines.length && lines[to]!.text.length <= longestEntry && endsWithPage(lines[to]!.text)) to++;
  return to - from >= leastEntries ? to : from;
}

/** The end of lines with ascending page numbers at their ends, and of the names of sections between them. */
function bareEntries(lines: readonly Line[], from: number): number {
  let page = 0;
  let to = from;
  for (let at = from; at < lines.length; at++) {
    const { text } = lines[at]!;
    if (sectionOf.test(text) && pageOf(lines[at + 1]) >= page) continue;
    const own = pageOf(lines[at]);
    if (own < page) break;
    page = own;
    to = at + 1;
  }
  return to;
}

/** 特稿 over its entries; 封底　荷（国画） has no page. */
const sectionOf = /^(?:\p{sc=Han}[ \u3000]?){2,5}$/u;

/** The page at the end of an entry; −1 for any other line. */
function pageOf(line: Line | undefined): number {
  const own = line && line.text.length <= longestEntry ? bareEntry.exec(line.text)?.[1] : undefined;
  return own === undefined ? -1 : Number(own);
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## what a paper's first page points to
导　读
我市上半年GDP增长6.2%　02
高温津贴发了吗？　03
清河队主场2：1逆转取胜　A08
---
headline: 导　读
paragraph: 我市上半年GDP增长6.2%　02
paragraph: 高温津贴发了吗？　03
paragraph: 清河队主场2：1逆转取胜　A08

## leaders of every kind
目　录
第一章　建置沿革……………………………1
　第一节　疆域....................3
　第二节　政区 ················ 12
后记 ——————————— 356
---
headline: 目　录
paragraph: 第一章　建置沿革……………………………1
paragraph: 第一节　疆域....................3
paragraph: 第二节　政区················12
paragraph: 后记———————————356
`;
