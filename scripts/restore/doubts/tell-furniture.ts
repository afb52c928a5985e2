import type { Doubt } from '../../article/restoration.js';
import { foldLine } from '../../text/fold.js';
import { headPartsOf } from '../../text/press/page-labels.js';
import type { Line } from '../measure/lines.js';
import { messageNumbers } from '../numbers/doubts.js';
import type { FurnitureKind } from '../structure/furniture.js';
import { lineNumbers } from './line-numbers.js';

const { named } = messageNumbers;

const kindNames: Record<FurnitureKind, [string, string]> = {
  'page-number': ['page number', 'page numbers'],
  'running-head': ['running head', 'running heads'],
  imprint: ['line of the imprint', 'lines of the imprint'],
};

/** Reports all lines removed from the text: once per kind, a running head with its words, with counts and places. */
export function tellFurniture(
  source: string,
  furniture: readonly { line: Line; kind: FurnitureKind | undefined }[],
): Doubt[] {
  const kinds = new Map<string, { kind: FurnitureKind; lines: Line[] }>();
  for (const { line, kind } of furniture) {
    if (!kind) continue;
    const words = headPartsOf(line.text)?.words ?? foldLine(line.text).replaceAll(' ', '');
    const key = kind === 'running-head' ? `${kind} ${words}` : kind;
    const known = kinds.get(key);
    if (known) known.lines.push(line);
    else kinds.set(key, { kind, lines: [line] });
  }
  const numberOf = lineNumbers(source);
  return [...kinds.values()].map(({ kind, lines }) => {
    const [first] = lines as [Line, ...Line[]];
    const numbers = lines.slice(0, named).map(({ start }) => numberOf(start));
    const places = `${lines.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')}${lines.length > named ? ' …' : ''}`;
    const name = kindNames[kind][lines.length === 1 ? 0 : 1];
    return {
      start: first.start,
      end: first.end,
      ruleId: kind,
      reason: `${lines.length} ${name} left the text, such as “${first.text}” (${places}); if it is text, say role: {text: "${first.text}", role: paragraph}, or off: [${kind}] for all`,
      told: true,
    };
  });
}

/** 例: a name, the text before, `---`, the text after; `?` stands before what is asked. */
export const cases = `
## inside a paragraph
会议指出，要坚持稳中求进工
作总基调，完整准确全面贯彻
责任编辑：李峰　校对：王海
新发展理念，积极融入全省建
设，锚定使命任务，坚持工业
强市、产业兴市、项目为王。
---
paragraph: 会议指出，要坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，积极融入全省建设，锚定使命任务，坚持工业强市、产业兴市、项目为王。
furniture: 责任编辑：李峰　校对：王海

## round a story
金昌日报

2025年2月26日　星期三

A2版

会议指出，要坚持稳中求进工

作总基调，完整准确全面贯彻

新发展理念，积极融入全省建

设。

新闻热线：0935-8216600
---
paragraph: 会议指出，要坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，积极融入全省建设。
furniture: 金昌日报
furniture: 2025年2月26日　星期三
furniture: A2版
furniture: 新闻热线：0935-8216600
`;
