import type { Doubt } from '../../article/restoration.js';
import { foldLine } from '../../text/fold.js';
import { headPartsOf } from '../../text/press/page-labels.js';
import type { Line } from '../measure/lines.js';
import { messageNumbers } from '../numbers/doubts.js';
import type { FurnitureKind } from '../structure/furniture/page-view.js';
import { lineNumbers } from './line-numbers.js';
import type { Findings } from './page-rule.js';

const { named } = messageNumbers;

const kindNames: Record<FurnitureKind, [string, string]> = {
  'page-number': ['page number', 'page numbers'],
  'running-head': ['running head', 'running heads'],
  imprint: ['line of the imprint', 'lines of the imprint'],
};

/** Reports the lines of a kind that were removed: once, a running head with its words, with counts and places. */
export function tellFurniture(wanted: FurnitureKind, { text: source, analysis }: Findings): Doubt[] {
  const kinds = new Map<string, { kind: FurnitureKind; lines: Line[] }>();
  for (const { line, kind } of analysis.furniture) {
    if (kind !== wanted) continue;
    const words = headPartsOf(line.text)?.key ?? foldLine(line.text).replaceAll(' ', '');
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
