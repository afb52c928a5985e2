import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import { getConverter } from '../../edition/convert/converter.js';
import { rowOf } from '../../edition/rows/index.js';
import type { BenchOptions, Table } from '../table.js';
import { collectWindows } from './collect-windows.js';
import { fitForms } from './fit-forms.js';
import { readTexts } from './read-texts.js';
import { writeFormTable } from './write-table.js';

/**
 * Makes `edition/lexicon/form-table.ts` anew from Traditional texts: what stands beside each form of an ambiguous
 * character. The folder `traditional/` of the data
 * holds them as `.txt`, a paragraph a line. The table in the repository was made from minutes that Taiwan's
 * open-government meetings give away (CC0), Taiwan's statutes (no copyright, § 9 著作權法) and the first half of the Union
 * Version (public domain).
 */
export async function benchForms({ data }: BenchOptions): Promise<Table[]> {
  const lines = readTexts(join(data, 'traditional'));
  const converter = getConverter(rowOf('zh-Hant'), { houseStyle: false });
  // Of ten lines, one is kept from the counts: doubts may be measured on it.
  const counted = lines.filter((_, index) => index % 10 !== 3);
  const seen = collectWindows(counted, converter.script.forms);
  const fitted = [...seen].flatMap(([char, entry]) => fitForms(char, entry) ?? []);
  const table = writeFormTable(fitted);
  writeFileSync(
    join(packageRoot, 'scripts', 'edition', 'lexicon', 'form-table.ts'),
    `/** Made by \`npm run bench -- forms\`, which names its inputs; read by \`readFormModel\`. */\nexport const formTable =\n  ${JSON.stringify(table)};\n`,
  );
  const rows = fitted.map(({ char, forms, weights }) => [char, forms.join(''), String(weights.length)]);
  return [
    { title: `Forms by their neighbours, ${table.length} letters`, head: ['', 'forms', 'weights'], rows },
  ];
}
