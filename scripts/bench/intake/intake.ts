import type { Source } from '../../article/source.js';
import { newBrowserPool } from '../../chromium/browser-pool.js';

import { readPdf } from '../../intake/pdf/read-pdf.js';
import { decodeSource } from '../../intake/read-source.js';
import { installedEngines } from '../../intake/scan/recognize.js';
import { restore } from '../../restore/index.js';
import { newRandom } from '../random.js';
import { readCorpus } from '../restore/corpus.js';
import { addCounts, newCounts } from '../restore/counts.js';
import { scorePage } from '../restore/score.js';
import { totalTable } from '../restore/tables.js';
import type { BenchOptions, Table } from '../table.js';
import { type Damage, damaged, foundPages } from './degrade.js';
import { inPoints } from './in-points.js';
import { pagesWithJumps } from './jumps.js';
import { newNewspaper, newStories } from './newspaper.js';
import { pageWithOldMarks } from './old-marks.js';
import { pagesOfOwnTheme } from './own-theme.js';
import { followedIn, peers } from './peers.js';
import { printNewspaper } from './print-newspaper.js';
import type { Ingredients, ReadIssue } from './read-issue.js';
import { countSame, type SameCounts, sameTable } from './same.js';
import { scanned, scanners } from './scan.js';
import { wholeStories } from './stories.js';
import { cellTable, orderTable, type PeerCounts, peerTable, type Way } from './tables.js';
import { type ReadPage, truthOf } from './truth.js';
import { printByTypst } from './typst.js';
import { printByWeasyPrint } from './weasyprint.js';
import { resultForms } from './write-results.js';

const damages: readonly [string, Damage][] = [
  ['boxes off by 3 pixels at 300 dpi', { noise: 3, skew: 0, split: 0 }],
  ['… askew by 1°, every tenth line in two', { noise: 3, skew: 1, split: 0.1 }],
];

/** Other programs that set the same pages, where they are installed. */
const hands = [
  ['WeasyPrint', printByWeasyPrint],
  ['Typst', printByTypst],
] as const;

/** Kinds of pages beside the usual ones, a row each. */
const kinds: readonly [string, (ingredients: Ingredients) => Promise<ReadIssue>][] = [
  ['PDF in the newspaper theme of chongpai', pagesOfOwnTheme],
  ['PDF of two pages with jumps', pagesWithJumps],
  ['PDF, vertical with old marks', pageWithOldMarks],
];

/** 版面 bench: pages set by a browser, read back from PDF and from simulated recognition results. */
export async function benchIntake({ data, seed = 80_001, pages = 12 }: BenchOptions): Promise<Table[]> {
  const texts = readCorpus(data).filter(({ isOld }) => !isOld);
  const pool = newBrowserPool();
  const ways = new Map<string, Way>();
  const same: SameCounts = new Map();
  const peerCounts: PeerCounts = new Map();
  const canScan = (await installedEngines()).length > 0;
  const speed: string[][] = [];
  try {
    for (let number = 0; number < pages; number++) {
      const random = newRandom(seed + number);
      const newspaper = newNewspaper(newStories(texts, random), random, { isVertical: number % 3 === 2 });
      const printed = await printNewspaper(newspaper, pool);
      const kind = newspaper.isVertical ? 'vertical' : 'horizontal';
      const start = performance.now();
      const source = await decodeSource(printed.pdf, 'page.pdf');
      speed.push([
        `${seed + number}`,
        kind,
        String(source.text.length),
        String(Math.round(performance.now() - start)),
      ]);
      const { ends } = count(ways, `PDF, ${kind}`, source, { newspaper, printed });
      for (const [name, peer] of Object.entries(peers)) {
        const text = await peer(printed.pdf, source);
        if (text === undefined) continue;
        const { right, followed } = followedIn(text, printed.chars, { ...newspaper, ends });
        const own = peerCounts.get(name) ?? new Map();
        const [before, all] = own.get(kind) ?? [0, 0];
        peerCounts.set(name, own.set(kind, [before + right, all + followed]));
      }
      for (const [name, print] of hands) {
        const other = await print(newspaper);
        if (other)
          count(ways, `PDF by ${name}`, await decodeSource(other.pdf, 'page.pdf'), {
            newspaper,
            printed: other,
          });
      }
      const { pages: read } = await readPdf(printed.pdf, 'page.pdf');
      const found = foundPages(read);
      for (const form of resultForms) {
        const other = await decodeSource(Buffer.from(form.write(found)), 'page');
        countSame(same, form, { other, read });
        if (form.id === 'PaddleOCR')
          count(ways, `PaddleOCR, ${kind}`, inPoints(other, 72 / 300), { newspaper, printed });
      }
      for (const [name, damage] of damages) {
        const worse = found.map((page) => damaged(page, damage, random));
        const form = resultForms.find(({ id }) => id === 'PaddleOCR')!;
        const other = await decodeSource(Buffer.from(form.write(worse)), 'page');
        count(ways, `${name}, ${kind}`, inPoints(other, 72 / 300), { newspaper, printed });
      }
      if (canScan)
        for (const scanner of scanners) {
          const scan = await scanned(printed, found[0]!, scanner, random);
          const name = `${scanner.name}, ${kind}`;
          count(ways, name, scan.found, { newspaper, printed });
          count(ways, `${name}: true characters in its boxes`, scan.trueInBoxes, { newspaper, printed });
          count(ways, `${name}: its characters in true lines`, scan.foundInLines, { newspaper, printed });
        }
      for (const [name, make] of kinds) {
        const issue = await make({ texts, random: newRandom(seed + number), pool, number });
        count(ways, name, issue.source, issue);
      }
    }
  } finally {
    await pool.close();
  }
  const all = [...ways.values()].sort((a, b) => a.name.localeCompare(b.name));
  const sets = all.map(({ name, counts }) => ({ name, counts, cells: new Map(), peers: new Map() }));
  return [
    orderTable(all, `Order of lines, seeds ${seed}–${seed + pages - 1}`),
    totalTable('Restored', sets),
    peerTable(peerCounts),
    cellTable(all),
    sameTable(same, pages),
    { title: 'Reading a PDF', head: ['seed', 'page', 'characters', 'milliseconds'], rows: speed },
  ];
}

function count(
  ways: Map<string, Way>,
  name: string,
  source: Source,
  { newspaper, printed }: Pick<ReadIssue, 'newspaper' | 'printed'>,
): ReadPage {
  const way: Way = ways.get(name) ?? {
    name,
    counts: newCounts(),
    followed: 0,
    rightlyFollowed: 0,
    lost: 0,
    invented: 0,
    stories: 0,
    whole: 0,
    cells: new Map(),
  };
  ways.set(name, way);
  const read: ReadPage = truthOf(source, printed.chars, newspaper);
  const restoration = restore(source);
  addCounts(way.counts, scorePage(read.page, restoration));
  const { stories, whole } = wholeStories(read.page, restoration);
  way.stories += stories;
  way.whole += whole;
  for (const key of ['followed', 'rightlyFollowed', 'lost', 'invented'] as const) way[key] += read[key];
  for (const cell of newspaper.cells) {
    const [right, all] = way.cells.get(cell) ?? [0, 0];
    way.cells.set(cell, [right + read.rightlyFollowed, all + read.followed]);
  }
  return read;
}
