import { diffArrays } from 'diff';

/** A stretch of a cell that equals the first column, or differs from it. */
export interface Segment {
  text: string;
  differs: boolean;
}

/** Longer texts are compared as a whole: finding their differences would take seconds. */
const longest = 20_000;

/** 对照: the differences of a text from another. White space is ignored. */
export function markDifferences(text: string, other: string): Segment[] {
  if (text === other) return [{ text, differs: false }];
  const [from, to] = [other.replace(/\s/gu, ''), text];
  if (from.length + to.length > longest) return [{ text, differs: true }];
  const changes = diffArrays([...from], [...to], {});
  const segments: Segment[] = [];
  for (const { added, removed, value } of changes ?? [{ added: true, removed: false, value: [...to] }]) {
    if (removed) continue;
    for (const character of value) {
      const differs = added === true && !/\s/u.test(character);
      const last = segments.at(-1);
      if (last?.differs === differs) last.text += character;
      else segments.push({ text: character, differs });
    }
  }
  return segments;
}
