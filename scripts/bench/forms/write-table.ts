import { zero } from '../../edition/lexicon/form-model.js';
import type { Fitted, Weight } from './fit-forms.js';

/** Number of neighbours kept: about a megabyte. More of them find nothing more. */
const most = 130_000;

/** The text of the table that `readFormModel` reads. */
export function writeFormTable(all: readonly Fitted[]): string {
  const worths = all.flatMap(({ weights }) => weights.map(({ worth }) => worth)).sort((a, b) => b - a);
  const least = worths[most] ?? 0;
  const lines: string[] = [];
  for (const { char, forms, biases, weights } of all) {
    lines.push(
      `=${char}${forms.some((form) => form.length > 1) ? `${forms.join(',')},` : forms.join('')} ${[...biases]
        .slice(1)
        .map((bias) => bias.toFixed(2))
        .join(' ')}`,
    );
    const groups = new Map<string, Weight[]>();
    for (const weight of weights) {
      if (weight.worth <= least) continue;
      const head = `+${weight.form}${weight.window}`;
      const group = groups.get(head);
      if (group) group.push(weight);
      else groups.set(head, [weight]);
    }
    for (const [head, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
      lines.push(
        head +
          group
            .map(({ neighbours, weight }) => neighbours + letterOf(weight))
            .sort()
            .join(''),
      );
  }
  return lines.join('\n');
}

/** The letter of the nearest weight that the table knows, and never of 0. */
function letterOf(weight: number): string {
  const steps = Math.round(weight * 5) || Math.sign(weight);
  return String.fromCharCode(zero + Math.max(-26, Math.min(25, steps)));
}
