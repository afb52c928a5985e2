import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import { getConverter } from '../../edition/convert/converter.js';
import { readRisks } from '../../edition/lexicon/form-risk.js';
import { type ChineseEdition, rowOf } from '../../edition/rows/index.js';
import { readTexts } from '../forms/read-texts.js';
import { storiesOf } from '../simplified.js';
import type { BenchOptions, Table } from '../table.js';
import { collectSpots, type Spot } from './collect-spots.js';
import { curveTable } from './curve.js';
import { fitRisks } from './fit-risks.js';

/** Of five stories, one is kept from the fit, and shows what it is worth. */
const heldOut = 5;

/** Each text is compared with the edition of its region: 身分 and 瞭解 are no errors of Hong Kong's. */
const editions = ['zh-Hant-HK', 'zh-Hant-TW'] as const satisfies readonly ChineseEdition[];

/**
 * Makes `edition/lexicon/risk-table.ts` anew: how often chongpai's forms are wrong, measured on Traditional text that
 * nothing was counted in. The folders `press/zh-Hant-HK/` and `press/zh-Hant-TW/` of the data hold it as `.txt`, a
 * paragraph a line, a blank line between stories. The table holds a rate of error a character and a way of finding its
 * form, and nothing of the texts; the one in the repository was
 * measured on eleven twentieths of the archive of a Hong Kong newspaper (2017–2021) and on a tenth of the minutes of
 * Taiwan's open-government meetings, with the neighbours on each side alone.
 */
export async function benchDoubts({ data }: BenchOptions): Promise<Table[]> {
  const parts = editions
    .map((edition) => ({ edition, folder: join(data, 'press', edition) }))
    .filter(({ folder }) => existsSync(folder))
    .map(({ edition, folder }) => ({ row: rowOf(edition), stories: storiesOf(readTexts(folder)) }));
  const collect = (isHeld: boolean) =>
    parts.map(({ row, stories }) =>
      collectSpots(
        stories.filter((_, index) => (index % heldOut === 3) === isHeld),
        row,
      ),
    );
  const spots: Spot[] = [];
  for (const part of collect(false)) for (const spot of part.spots) spots.push(spot);
  const table = fitRisks(spots);
  writeFileSync(
    join(packageRoot, 'scripts', 'edition', 'lexicon', 'risk-table.ts'),
    `/** Made by \`npm run bench -- doubts\`, which says from what; read by \`readRisks\`. */\nexport const riskTable =\n  ${quoted(table)};\n`,
  );
  const risks = readRisks(table);
  for (const { row } of parts) getConverter(row).script.risks = risks;
  return collect(true).map((held, index) =>
    curveTable(`${parts[index]!.row.id}: doubts on the stories kept from the fit`, held),
  );
}

/** As the formatter writes a string. */
const quoted = (text: string) => `'${text}'`;
