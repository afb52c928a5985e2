import { restore } from '../../restore/restore.js';
import { newRandom } from '../random.js';
import type { BenchOptions, Table } from '../table.js';
import { readCorpus } from './corpus.js';
import { addCounts, newCounts } from './counts.js';
import type { Strength } from './generate/layout.js';
import { breakPage } from './generate/noise.js';
import { traditionalOf } from './generate/traditional.js';
import type { BrokenPage } from './gold.js';
import { readOthers } from './others.js';
import type { PageSet } from './page-set.js';
import { peers, scorePeer } from './peers.js';
import { readJingbao, readSample } from './real.js';
import { scorePage } from './score.js';
import { measureSpeed } from './speed.js';
import { cellTables, peerTable, sourceTable, totalTable } from './tables.js';

const strengths: readonly Strength[] = ['clean', 'mild', 'heavy'];
/** Fewer pages prove nothing about a cell. */
const leastPages = 5;

/** Measures restoration on the available real pages and on generated ones, beside the simple rules people use. */
export async function benchRestore(options: BenchOptions): Promise<Table[]> {
  const { data, seed = 70_001, pages = 60 } = options;
  const texts = readCorpus(data);
  const pagesOf = (strength: Strength) =>
    Array.from({ length: pages }, (_, number) => breakPage(texts, strength, newRandom(seed + number)));
  const sets = [
    newSet('sample', readSample(data)),
    newSet('other hands', readOthers(data)),
    newSet('other hands, in Traditional', readOthers(data).map(traditionalOf)),
    newSet('晶報 1920', readJingbao(data, 1920)),
    newSet('晶報 1930', readJingbao(data, 1930)),
    ...strengths.map((strength) => newSet(strength, pagesOf(strength))),
    newSet('mild, in Traditional', pagesOf('mild').map(traditionalOf)),
  ].filter(({ counts }) => counts.pages > 0);
  return [
    totalTable(`Real pages, and generated ones of seeds ${seed}–${seed + pages - 1}`, sets),
    peerTable(sets),
    ...sets.filter(({ counts }) => Object.keys(counts.sources).length > 0).map(sourceTable),
    ...sets.filter(({ cells }) => cells.size > 0).flatMap((set) => cellTables(set, leastPages)),
    {
      title: 'Speed',
      head: ['text', 'seconds', 'processor seconds', 'MB per processor second'],
      rows: measureSpeed(texts, [0.01, 0.1, 1, 10]),
    },
  ];
}

function newSet(name: string, pages: readonly BrokenPage[]): PageSet {
  const set: PageSet = { name, counts: newCounts(), cells: new Map(), peers: new Map() };
  for (const page of pages) {
    const counts = scorePage(page, restore({ text: page.text }));
    addCounts(set.counts, counts);
    for (const cell of page.cells) {
      if (!set.cells.has(cell)) set.cells.set(cell, newCounts());
      addCounts(set.cells.get(cell)!, counts);
    }
    for (const [peer, rule] of Object.entries(peers)) {
      const sum = set.peers.get(peer) ?? { hit: 0, missed: 0, extra: 0 };
      const one = scorePeer(page, rule);
      set.peers.set(peer, {
        hit: sum.hit + one.hit,
        missed: sum.missed + one.missed,
        extra: sum.extra + one.extra,
      });
    }
  }
  return set;
}
