import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import { getConverter } from '../../edition/convert/converter.js';
import { readRisks } from '../../edition/lexicon/form-risk.js';
import { rowOf } from '../../edition/rows/index.js';
import { readTexts } from '../forms/read-texts.js';
import { storiesOf } from '../simplified.js';
import type { BenchOptions, Table } from '../table.js';
import { collectSpots } from './collect-spots.js';
import { curveTable } from './curve.js';
import { fitRisks } from './fit-risks.js';

/** Of five stories, one is kept from the fit, and shows what it is worth. */
const heldOut = 5;

/**
 * Makes `edition/lexicon/risk-table.ts` anew: how often chongpai's forms are wrong, measured on Traditional text that
 * nothing was counted in. The folder `press/` of the data holds it as `.txt`, a paragraph a line, a blank line between stories. The table holds a
 * rate of error a character and a way of finding its form, and nothing of the texts; the one in the repository was
 * measured on eleven twentieths of the archive of a Hong Kong newspaper (2017–2021) and on a tenth of the minutes of
 * Taiwan's open-government meetings.
 */
export async function benchDoubts({ data }: BenchOptions): Promise<Table[]> {
  const converter = getConverter(rowOf('zh-Hant'), {});
  const stories = storiesOf(readTexts(join(data, 'press')));
  const of = (isHeld: boolean) => stories.filter((_, index) => (index % heldOut === 3) === isHeld);
  const table = fitRisks(collectSpots(of(false), converter).spots);
  writeFileSync(
    join(packageRoot, 'scripts', 'edition', 'lexicon', 'risk-table.ts'),
    `/** Made by \`npm run bench -- doubts\`, which says from what; read by \`readRisks\`. */\nexport const riskTable =\n  ${quoted(table)};\n`,
  );
  converter.script.risks = readRisks(table);
  return [curveTable('Doubts on the stories kept from the fit', collectSpots(of(true), converter))];
}

/** As the formatter writes a string. */
const quoted = (text: string) => `'${text}'`;
