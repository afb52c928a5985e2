import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import { analyse } from '../../restore/analyse.js';
import { nameOf } from '../../restore/parts/feature.js';
import { describe, viewPage } from '../../restore/parts/features.js';
import { parts } from '../../restore/parts/part.js';
import { needsData } from '../needs-data.js';
import { newRandom } from '../random.js';
import { readCorpus } from '../restore/corpus.js';
import type { Strength } from '../restore/generate/layout.js';
import { breakPage } from '../restore/generate/noise.js';
import type { BrokenPage } from '../restore/gold.js';
import type { BenchOptions, Table } from '../table.js';
import { goldParts } from './gold-parts.js';
import { readPapers } from './papers.js';
import { type Example, train } from './train.js';
import { writeWeights } from './write-weights.js';

/** Mix of strengths: most real pages are lightly broken. */
const strengths: readonly Strength[] = ['mild', 'clean', 'mild', 'clean', 'heavy'];
/** Features of fewer lines are left out. */
const leastLines = 20;

/**
 * Fits the weights of `restore/parts/` on generated pages, and on the outlined papers of the tests, and writes them down: `npm run bench -- fit`. The seeds are
 * those of the development; benches measure on others.
 */
export async function benchFit({ data, isOwnData, seed = 1, pages = 1800 }: BenchOptions): Promise<Table[]> {
  if (isOwnData) throw needsData('corpus/');
  const texts = readCorpus(data);
  const broken = Array.from({ length: pages }, (_, number) =>
    breakPage(texts, strengths[number % strengths.length]!, newRandom(seed + number)),
  );
  broken.push(...readPapers(join(packageRoot, 'test', 'restore', 'papers')));
  const { examples, features } = describePages(broken);
  const weights = train(examples, features, newRandom(seed));
  const file = join(packageRoot, 'scripts', 'restore', 'parts', 'weights.ts');
  writeFileSync(file, writeWeights(weights, { seed, pages }));
  const lines = examples.reduce((sum, { truth }) => sum + truth.length, 0);
  return [
    {
      title: `Weights fitted on seeds ${seed}–${seed + pages - 1}`,
      head: ['pages', 'lines', 'features', 'file'],
      rows: [[String(pages), String(lines), String(features.length), file]],
    },
  ];
}

/** Features and true parts of pages, with the features' names. */
export function describePages(pages: readonly BrokenPage[]): { examples: Example[]; features: string[] } {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const described = pages.map((page) =>
    describePage(page, (name) => {
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      counts[number] = (counts[number] ?? 0) + 1;
      return number;
    }),
  );
  const features = [...numbers.keys()].filter((name) => counts[numbers.get(name)!]! >= leastLines).sort();
  const place = new Int32Array(numbers.size).fill(-1);
  features.forEach((name, index) => {
    place[numbers.get(name)!] = index;
  });
  return { examples: described.map((example) => renumber(example, place)), features };
}

/** Gives features their places in the sorted list, and leaves out rare ones. */
function renumber({ features, amounts, truth }: Example, place: Int32Array): Example {
  return {
    features: features.map((row) => row.map((number) => place[number]!).filter((at) => at !== rare)),
    amounts: amounts.map((row, line) => row.filter((_, at) => place[features[line]![at]!]! >= 0)),
    truth,
  };
}

/** −1 as an unsigned number of 16 bits. */
const rare = 0xffff;

function describePage(broken: BrokenPage, numberOf: (name: string) => number): Example {
  const { page, runs, gaps } = analyse(broken.text);
  const view = viewPage(page, runs, gaps);
  const example: Example = {
    features: [],
    amounts: [],
    truth: Uint8Array.from(goldParts(broken, page.lines), (part) => parts.indexOf(part)),
  };
  const numbers: number[] = [];
  const amounts: number[] = [];
  for (let line = 0; line < page.lines.length; line++) {
    numbers.length = 0;
    amounts.length = 0;
    describe(view, line, (feature, amount = 1) => {
      numbers.push(numberOf(nameOf(feature)));
      amounts.push(amount);
    });
    example.features.push(Uint16Array.from(numbers));
    example.amounts.push(Float32Array.from(amounts));
  }
  return example;
}
