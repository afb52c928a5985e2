import type { Table } from '../table.js';
import type { Spot } from './collect-spots.js';

/** One entry or place that an editor looks at: its risk, and how many errors it shows. */
interface Flag {
  risk: number;
  wrong: number;
}

/**
 * Share of the errors found by a number of flags, the likeliest first: by places, and by entries as the list of doubts has
 * them, where a word with its form comes once in a story.
 */
export function curveTable(title: string, { spots, han }: { spots: readonly Spot[]; han: number }): Table {
  const wrong = spots.filter(({ isWrong }) => isWrong).length;
  const places = rank(spots.map(({ risk, isWrong }) => ({ risk, wrong: isWrong ? 1 : 0 })));
  const entries = rank(entriesOf(spots));
  const rows = [1, 2, 3, 4, 5, 8].map((number) => {
    const count = Math.round((number * han) / 1000);
    return [
      String(number),
      percent(caught(places, count), wrong),
      (places[count]?.risk ?? 0).toFixed(4),
      percent(caught(entries, count), wrong),
    ];
  });
  return {
    title: `${title}: ${wrong} errors in ${han} Han`,
    head: ['flags in 1,000', '% of errors caught', 'risk', '% by entries of a story'],
    rows,
  };
}

const rank = (flags: Flag[]): Flag[] => flags.sort((a, b) => b.risk - a.risk);

const caught = (flags: readonly Flag[], count: number) =>
  flags.slice(0, count).reduce((sum, { wrong }) => sum + wrong, 0);

const percent = (part: number, whole: number) => (whole === 0 ? 100 : (part / whole) * 100).toFixed(1);

function entriesOf(spots: readonly Spot[]): Flag[] {
  const entries = new Map<string, Flag>();
  for (const { entry, risk, isWrong } of spots) {
    const flag = entries.get(entry) ?? { risk: 0, wrong: 0 };
    flag.risk = Math.max(flag.risk, risk);
    if (isWrong) flag.wrong++;
    entries.set(entry, flag);
  }
  return [...entries.values()];
}
