import { reasons } from '../../edition/convert/clause/conversion.js';
import { convertScript } from '../../edition/convert/convert-script.js';
import { getConverter } from '../../edition/convert/converter.js';
import { convertRaw } from '../../edition/convert/raw.js';
import { simplify } from '../../edition/lexicon/own-words.js';
import type { ChineseRow } from '../../edition/row.js';
import type { Table } from '../table.js';
import { scoreConversion } from './score.js';

/** Classes of errors, by how chongpai found the form; opencc-js's errors are counted under the same places. */
const classOf: Readonly<Record<number, string>> = {
  [reasons.default]: 'default',
  [reasons.model]: 'default',
  [reasons.name]: 'name',
  [reasons.word]: 'word of the dictionaries',
  [reasons.own]: 'word of the press',
  [reasons.phrase]: 'boundary (phrase over words)',
  [reasons.part]: 'boundary (inside of a word)',
  [reasons.context]: 'context or rule',
};

type Counts = [chongpai: number, opencc: number];

/** Errors by class, beside opencc-js; then those that only one of the two makes, and other glyphs of the right word. */
export function classTable(title: string, lines: readonly string[], row: ChineseRow): Table {
  const counts = new Map<string, Counts>();
  const count = (name: string, who: 0 | 1, by = 1) => {
    const entry: Counts = counts.get(name) ?? [0, 0];
    entry[who] += by;
    counts.set(name, entry);
  };
  let han = 0;
  for (const truth of lines) {
    const source = simplify(truth);
    if (source.length !== truth.length) continue;
    const { out, why } = convertScript(source, getConverter(row));
    const [ours, raw] = [out.join(''), convertRaw(source, row)].map((text) => scoreConversion(text, truth));
    if (!ours || !raw) continue;
    han += ours.han;
    for (const [who, score, other] of [
      [0, ours, raw],
      [1, raw, ours],
    ] as const) {
      const others = new Set(other.places);
      count('all', who, score.errors);
      count('style (another glyph of the word)', who, score.mismatches - score.errors);
      for (const at of score.places) {
        count(classOf[why[at]!] ?? 'other', who);
        if (!others.has(at)) count('introduced (the other one is right)', who);
      }
    }
  }
  const perTenThousand = (n: number) => ((n / han) * 10_000).toFixed(2);
  const rows = [...counts].map(([name, [ours, raw]]) => [
    name,
    String(ours),
    String(raw),
    perTenThousand(ours),
    perTenThousand(raw),
  ]);
  return {
    title: `${title}: ${han} Han`,
    head: ['class', 'chongpai', 'opencc-js', 'in 10,000', 'in 10,000'],
    rows,
  };
}
