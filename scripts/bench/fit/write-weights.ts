import type { Weights } from '../../restore/parts/chain.js';
import { mayFollow, parts } from '../../restore/parts/part.js';

const digits = 2;

/** The file of the fitted weights: two tables that a person can read, columns in the order of `parts`. */
export function writeWeights(
  { features, values, pairs }: Weights,
  { seed, pages }: { seed: number; pages: number },
): string {
  const row = (name: string, at: (part: number) => string) =>
    `${name} | ${parts.map((_, part) => at(part)).join(' ')}`;
  const number = (value: number) => String(Number(value.toFixed(digits)));
  const featureRows = features.map((name, feature) =>
    row(name, (part) => number(values[feature * parts.length + part]!)),
  );
  const pairRows = parts.map((first, at) =>
    row(first, (part) => (mayFollow(first, parts[part]!) ? number(pairs[at * parts.length + part]!) : 'x')),
  );
  return [
    `// Fitted on ${pages} generated pages of seeds ${seed}–${seed + pages - 1} and on test/restore/papers by \`npm run bench -- fit\`; do not edit by hand.`,
    `// Columns: ${parts.join(', ')}.`,
    '',
    '/** Evidence of each feature for each part, as natural logarithms. */',
    `export const featureTable = \`\n${featureRows.join('\n')}\n\`;`,
    '',
    '/** Evidence of a part (row) for the part of the next line (column); x never follows. */',
    `export const pairTable = \`\n${pairRows.join('\n')}\n\`;`,
    '',
  ].join('\n');
}
