import type { Weights } from './chain.js';
import { featureTable, pairTable } from './weights.js';

/** The weights written by `npm run bench -- fit`. */
export const fitted: Weights = readWeights();

function readWeights(): Weights {
  const rows = rowsOf(featureTable);
  return {
    features: rows.map(({ name }) => name),
    values: Float64Array.from(rows.flatMap(({ numbers }) => numbers)),
    pairs: Float64Array.from(rowsOf(pairTable).flatMap(({ numbers }) => numbers)),
  };
}

function rowsOf(table: string): { name: string; numbers: number[] }[] {
  return table
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.lastIndexOf(' | ');
      // x, for parts that never follow, is not a number, and its weight is never read.
      const numbers = line
        .slice(at + 3)
        .split(' ')
        .map((word) => (word === 'x' ? 0 : Number(word)));
      return { name: line.slice(0, at), numbers };
    });
}
