import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/forms.js';
import type { Found } from './found.js';

const { leastEntries, longestEntry } = pieceNumbers;

/** 前导点 and the page: 第一节　疆域……………3. */
const entry = /[^.．·…⋯‥—―_\s-][ \u3000]*(?:(?:[.．·･•…⋯‥—―_-] ?){4,}|…{2,})[ \u3000]*[（(]?\d{1,4}[）)]?$/u;

/** 目录: lines with leaders to a page number. Each is a separate block. */
export function contentsAt(lines: readonly Line[], from: number): Found {
  let to = from;
  while (to < lines.length && lines[to]!.text.length <= longestEntry && entry.test(lines[to]!.text)) to++;
  return { to, isFound: to - from >= leastEntries };
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
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
