import type { Random } from '../random.js';

/** Insertions into lines: marks of jumps, notations, tables, lost bytes, characters of two units. */
const shards = [
  '（上接一版）',
  '（下转三版）',
  '\f',
  '— 3 —',
  '<p>',
  '&nbsp;',
  '# ',
  '---',
  '<!-- list -->',
  '\uf8e7',
  '　　',
  '1952   —   3',
  '\\',
  '”',
  '|',
  '\ufffd',
  '𬭎',
  '摄',
  '图为',
  '2025年2月26日',
];

/** 残篇: a part of a page with lines cut out, doubled, moved, cut in themselves, and marks of every kind thrown in. */
export function mutatePage(text: string, random: Random): string {
  const all = text.split('\n');
  const count = Math.min(all.length, random.integer(10, 30));
  const from = random.integer(0, all.length - count);
  const lines = all.slice(from, from + count);
  for (let step = 0; step < 6 && lines.length > 0; step++) {
    const at = random.integer(0, lines.length - 1);
    const kind = random.integer(0, 5);
    if (kind === 0) lines.splice(at, 1);
    else if (kind === 1) lines.splice(at, 0, random.pick(lines));
    else if (kind === 2) lines.splice(at, 0, random.pick(shards));
    else if (kind === 3) lines.push(...lines.splice(at, 1));
    else {
      const line = lines[at]!;
      const cut = random.integer(0, line.length);
      lines[at] = `${line.slice(0, cut)}${random.pick(shards)}${line.slice(cut + (kind === 4 ? 3 : 0))}`;
    }
  }
  return lines.join('\n');
}
