import type { Change } from '../change.js';

/** Offsets of a text before and after changes. Offsets are UTF-16 units; inside replaced text they are clamped. */
export interface OffsetMap {
  toOutput(offset: number): number;
  toSource(offset: number): number;
}

/** @param changes sorted and disjoint. */
export function newOffsetMap(changes: readonly Change[]): OffsetMap {
  const shifts: { source: number; output: number; from: number; to: number }[] = [];
  let shift = 0;
  for (const { start, end, replacement } of changes) {
    if (replacement.length === end - start) continue;
    shifts.push({ source: start, output: start + shift, from: end - start, to: replacement.length });
    shift += replacement.length - (end - start);
  }
  const map = (offset: number, isBack: boolean) => {
    let moved = 0;
    for (const { source, output, from, to } of shifts) {
      const [start, length, other] = isBack ? [output, to, from] : [source, from, to];
      if (offset <= start) break;
      if (offset < start + length) return Math.min(offset, start + other) + moved;
      moved += other - length;
    }
    return offset + moved;
  };
  return { toOutput: (offset) => map(offset, false), toSource: (offset) => map(offset, true) };
}

export function applyChanges(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, replacement } of changes) {
    parts.push(text.slice(done, start), replacement);
    done = end;
  }
  return parts.join('') + text.slice(done);
}
