import type { Line } from './measure/lines.js';
import { flushNumbers } from './numbers/fit.js';

const { fullShare, leastDense, mostBlank } = flushNumbers;
const stopped = /[。！？…：；.!?][”」』）"]?$|[”」』]$/u;

/**
 * 空行: tells if a blank line before a line parts paragraphs. It does so behind a stop where no blank line of the text
 * stands in the middle of a sentence, and most lines have none before them; a recognised text, or columns one after
 * another, have blank lines anywhere.
 */
export function blankBreaker(lines: readonly Line[], usual: number): (index: number) => boolean {
  // Where each line is a paragraph of its own, one blank line more tells.
  const base =
    lines.map(({ newlines }) => newlines).sort((a, b) => a - b)[Math.floor(lines.length * leastDense)] ?? 1;
  const blanks = lines.flatMap(({ newlines }, at) => (at > 0 && newlines > base ? [at] : []));
  const isMiddle = (at: number) =>
    lines[at - 1]!.text.length >= usual * fullShare && !stopped.test(lines[at - 1]!.text);
  const isProse = (at: number) => lines[at]!.text.length >= usual * fullShare;
  const prose = lines.filter((_, at) => isProse(at)).length;
  const parted = blanks.filter((at) => isProse(at)).length;
  if (blanks.length < 2 || parted > prose * mostBlank || blanks.some(isMiddle)) return () => false;
  return (index) => lines[index]!.newlines > base && stopped.test(lines[index - 1]!.text);
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## paragraphs between blank lines, the first as full as a line can be
本报讯（记者 许多）今年以来，我市把营商环境作为头号工程来抓，
推出“一窗受理、一网通办”改革，企业开办时间压缩到四个小时。

在政务服务中心，创业者小唐只跑了一个窗口，就领到了营业执照、
公章和发票。“以前要跑五个部门，少说也得一个星期。”他说。

截至五月底，全市新增经营主体一万三千户，同比增长两成一。
---
dateline: 本报讯（记者　许多）
paragraph: 本报讯（记者　许多）今年以来，我市把营商环境作为头号工程来抓，推出“一窗受理、一网通办”改革，企业开办时间压缩到四个小时。
paragraph: 在政务服务中心，创业者小唐只跑了一个窗口，就领到了营业执照、公章和发票。“以前要跑五个部门，少说也得一个星期。”他说。
paragraph: 截至五月底，全市新增经营主体一万三千户，同比增长两成一。
`;
