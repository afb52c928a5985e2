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

/** One line in ten is excluded from the counts: the doubts are fitted on these. */
const heldOut = 10;

/**
 * Makes `edition/lexicon/form-table.ts` from Traditional texts: the neighbours of each form of an ambiguous character,
 * and the rate of error of forms that their neighbours contradict. The folder `traditional/` of the data has them as
 * `.txt`, one paragraph per line. The table in the repository was made from minutes of Taiwan's open-government
 * meetings (CC0), Taiwan's statutes (no copyright, § 9 著作權法) and the first half of the Union Version (public
 * domain).
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
