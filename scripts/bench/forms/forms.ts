import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { getConverter } from '../../edition/convert/converter.js';
import { readFormModel } from '../../edition/lexicon/form-model.js';
import { rowOf } from '../../edition/rows/index.js';
import type { BenchOptions, Table } from '../table.js';
import { collectWindows } from './collect-windows.js';
import { fitDoubts } from './fit-doubts.js';
import { fitForms } from './fit-forms.js';
import { writeFormTable } from './write-table.js';

/** Of ten lines, one is kept from the counts: on these, the doubts are fitted. */
const heldOut = 10;

/**
 * Makes `edition/lexicon/form-table.ts` anew from Traditional texts: what stands beside each form of an ambiguous
 * character, and how often a form is wrong that its neighbours speak against. The folder `traditional/` of the data
 * holds them as `.txt`, a paragraph a line. The table in the repository was made from minutes that Taiwan's
 * open-government meetings give away (CC0), Taiwan's statutes (no copyright, § 9 著作權法) and the first half of the Union
 * Version (public domain).
 */
export async function benchForms({ data }: BenchOptions): Promise<Table[]> {
  const lines = readTexts(join(data, 'traditional'));
  const counted = lines.filter((_, index) => index % heldOut !== 3);
  const held = lines.filter((_, index) => index % heldOut === 3);
  const converter = getConverter(rowOf('zh-Hant'), { houseStyle: false });
  const seen = collectWindows(counted, converter.script.forms);
  const fitted = [...seen].flatMap(([char, entry]) => fitForms(char, entry) ?? []);
  const bare = writeFormTable(fitted, { fits: [], shifts: [] });
  converter.script.model = readFormModel(bare);
  const table = writeFormTable(fitted, fitDoubts(held, converter));
  writeFileSync(
    join(packageRoot, 'scripts', 'edition', 'lexicon', 'form-table.ts'),
    `/** Made by \`npm run bench -- forms\`, which names its inputs; read by \`readFormModel\`. */\nexport const formTable =\n  ${JSON.stringify(table)};\n`,
  );
  const rows = fitted.map(({ char, forms, weights }) => [char, forms.join(''), String(weights.length)]);
  return [
    { title: `Forms by their neighbours, ${table.length} letters`, head: ['', 'forms', 'weights'], rows },
  ];
}

function readTexts(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  } catch {
    throw problem(say('in-own-words', 'There are no Traditional texts'), {
      path: folder,
      note: say('in-own-words', 'Put texts there as .txt, a paragraph a line.'),
    });
  }
}
