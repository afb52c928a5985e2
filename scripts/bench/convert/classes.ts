import { reasons } from '../../edition/convert/clause/conversion.js';
import { convertStory } from '../../edition/convert/convert-script.js';
import { getConverter } from '../../edition/convert/converter.js';
import { convertRaw } from '../../edition/convert/raw.js';
import type { ChineseRow } from '../../edition/row.js';
import { isAmong, isTraditionalPress } from '../doubts/collect-spots.js';
import { simplified } from '../simplified.js';
import type { Table } from '../table.js';
import { countAgainstItself, type WrongForm } from './floor.js';
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

/**
 * Errors by class, beside opencc-js; then those that only one of the two makes, other glyphs of the right word, and the
 * errors at which the text contradicts itself.
 */
export function classTable(title: string, stories: readonly (readonly string[])[], row: ChineseRow): Table {
  const counts = new Map<string, Counts>();
  const count = (name: string, who: 0 | 1, by = 1) => {
    const entry: Counts = counts.get(name) ?? [0, 0];
    entry[who] += by;
    counts.set(name, entry);
  };
  const { forms } = getConverter(row).script;
  let han = 0;
  const wrong: [WrongForm[], WrongForm[]] = [[], []];
  const introduced: [WrongForm[], WrongForm[]] = [[], []];
  for (const { truth, text: source, out, why } of linesOf(stories, row)) {
    if (!isTraditionalPress(truth)) continue;
    const made = [out.join(''), convertRaw(source, row.id)] as const;
    const [ours, raw] = made.map((text) => scoreConversion(text, truth));
    if (!ours || !raw) continue;
    han += ours.han;
    for (const [who, score, other] of [
      [0, ours, raw],
      [1, raw, ours],
    ] as const) {
      const others = new Set(other.places);
      const places = score.places.filter((at) => isAmong(forms.get(source[at]!), truth[at]!));
      count('all', who, places.length);
      count('left out: no dictionary has the printed form', who, score.errors - places.length);
      count('style (another glyph of the word)', who, score.mismatches - score.errors);
      for (const at of places) {
        count(classOf[why[at]!] ?? 'other', who);
        const form = { truth, at, ours: made[who][at]! };
        wrong[who].push(form);
        if (others.has(at)) continue;
        count('introduced (the other one is right)', who);
        introduced[who].push(form);
      }
    }
  }
  const lines = stories.flat();
  for (const who of [0, 1] as const) {
    count('of all, the text itself prints this form more often', who, countAgainstItself(wrong[who], lines));
    const floor = countAgainstItself(introduced[who], lines);
    count('of introduced, the same: the floor', who, floor);
    count('introduced beyond the floor', who, introduced[who].length - floor);
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

function* linesOf(stories: readonly (readonly string[])[], row: ChineseRow) {
  for (const lines of stories) {
    const converted = convertStory(
      lines.map((line) => simplified(line, row.id)),
      getConverter(row),
    );
    for (const [index, truth] of lines.entries()) {
      const own = converted[index];
      if (own) yield { truth, ...own };
    }
  }
}
