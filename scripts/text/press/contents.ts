import { foldLine } from '../fold.js';

const head =
  /^[【《]?(?:(?:本期|今日|本版|本报|新闻|内容)?(?:导读|目录|要目|提要|看点|索引)|今日关注)[】》：]?$/u;
const entry =
  /^(?=.{0,40}\p{sc=Han}).{4,} +(?:第? ?[A-D]?\d{1,3} ?[版页]?|[A-Z]{1,2}\d{1,2}(?:[-—～~、]?[A-Z]?\d{1,2})?版?)$/u;

/** 导读, 今日看点: true for what stands over entries that send the reader to other pages. */
export const isContentsHead = (text: string) =>
  text.length <= 12 && head.test(foldLine(text.trim()).replaceAll(' ', ''));

/** 高温津贴发了吗？　03: true for a line that ends with a page's label behind a blank. */
export const endsWithPage = (text: string) => entry.test(foldLine(text));
