import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileAtomically } from '../../article/manuscript.js';
import { packageRoot } from '../../article/package-root.js';
import { findBrowser } from '../../chromium/find-browser.js';
import { pdf } from '../../outputs/pdf.js';
import { readPdf } from '../../prepress/read/read-pdf.js';
import { reportOf } from '../../report.js';
import { unpackedFont } from '../../typeset/fonts/packed-fonts.js';
import { newOwnBuild, stageSeconds } from '../own-build.js';
import { type Cost, measure } from '../process-tree.js';
import type { BenchOptions, Table } from '../table.js';
import { type Chapter, readChapters, writePublication } from './book.js';
import { scaleChart } from './chart.js';
import { installPeer, type Peer, peers, peersFolder } from './peers.js';
import { tenths } from './tenths.js';

const sizes = [100, 400, 1600];
/** A tool that would need longer than this for a size, at its pace so far, is skipped. `--limit` in seconds. */
const usualLimitS = 900;

/** The floor of all tools that print with a browser. */
const [floor] = peers;

interface Result {
  tool: string;
  size: number;
  cost: Cost;
  pages: number;
  bytes: number;
}

/**
 * The same book at three sizes through chongpai and its peers, one after another in one run. `alone`: beside Chromium's
 * own print only, the floor of every tool that prints with a browser.
 */
export async function benchScale({
  data,
  pages,
  alone,
  limit = usualLimitS,
}: BenchOptions): Promise<Table[]> {
  const limitMs = limit * 1000;
  const results: Result[] = [];
  const stages: string[][] = [];
  const slow = new Set<string>();
  for (const size of pages ? [pages] : sizes) {
    const chapters = readChapters(data, size);
    const own = await runOwn(chapters, size, limitMs);
    results.push(own.result, own.first);
    stages.push([`${size}`, ...own.stages]);
    for (const peer of peers) {
      if (slow.has(peer.name) || (alone && peer !== floor)) continue;
      const result = await runPeer(peer, chapters, { size, limitMs });
      if (result) results.push(result);
      // The next size is four times as large: no tool is faster than linear.
      if (!result || result.cost.seconds * 4 > limit) slow.add(peer.name);
    }
  }
  const chart = scaleChart(
    results
      .filter(({ tool }) => tool !== firstBook)
      .map(({ tool, size, cost }) => ({ tool, pages: size, seconds: cost.seconds })),
  );
  writeFileAtomically(join(packageRoot, 'build', 'bench', 'scale.svg'), chart);
  return [costTable(results), stageTable(stages), await tenths(readChapters(data, pages ?? 1600))];
}

/** The row of the first book that chongpai makes on a machine, on which only its browser and its fonts are unpacked. */
const firstBook = 'chongpai, its first book';

/**
 * The book on a machine on which chongpai has made another, as its peers have: of this one it knows nothing, no pages, no
 * cut fonts, no PDF; but its tables and its compiled code are there. And before, as the first of all books.
 */
async function runOwn(chapters: readonly Chapter[], size: number, limitMs: number) {
  const own = await newOwnBuild((root) => writePublication(root, chapters));
  const run = async (tool: string) => {
    const { cost, reports } = await own.run(limitMs);
    const [report] = reports;
    const { pages = 0, files = [] } = reportOf(report!.editions[0]!, pdf) ?? {};
    return { report: report!, result: { tool, size, cost, pages, bytes: statSync(files[0]!.path).size } };
  };
  try {
    const first = await run(firstBook);
    own.forget();
    const { report, result } = await run('chongpai');
    return {
      first: first.result,
      result,
      stages: ['read', 'compose', 'fonts', 'paginate', 'print', 'finish', 'preflight'].map((name) =>
        stageSeconds(report, name),
      ),
    };
  } finally {
    own.remove();
  }
}

/** A peer on the same book; undefined where it is not available or does not finish in time. */
async function runPeer(
  peer: Peer,
  chapters: readonly Chapter[],
  { size, limitMs }: { size: number; limitMs: number },
): Promise<Result | undefined> {
  const version = installPeer(peer, peersFolder);
  if (version === undefined) return undefined;
  const folder = scratch();
  try {
    const browser = await findBrowser();
    const font = await unpackedFont('NotoSerifSC_400Regular.ttf');
    const command = peer.command(chapters, { tools: peersFolder, folder, browser, font });
    const cost = await measure(command, { cwd: folder, env: peer.env?.(browser) ?? {}, limitMs });
    const pdf = join(folder, 'out.pdf');
    if (!existsSync(pdf)) return undefined;
    const { pages } = await readPdf(readFileSync(pdf));
    const tool = [peer.name, version].filter(Boolean).join(' ');
    return { tool, size, cost, pages: pages.length, bytes: statSync(pdf).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const scratch = () => mkdtempSync(join(tmpdir(), 'chongpai-scale-'));

function costTable(results: readonly Result[]): Table {
  const rows = results.map(({ tool, size, cost, pages, bytes }) => {
    const own = results.find((one) => one.tool === 'chongpai' && one.size === size)!;
    return [
      `${size}`,
      tool,
      `${pages}`,
      cost.seconds.toFixed(1),
      (cost.seconds / own.cost.seconds).toFixed(2),
      `${Math.round((cost.seconds * 1000) / pages)}`,
      `${Math.round(cost.peakMb)}`,
      `${(bytes / 1024 / 1024).toFixed(1)}`,
    ];
  });
  const head = ['book', 'tool', 'pages', 's', 'of chongpai’s', 'ms a page', 'peak MB', 'PDF MB'];
  return { title: 'The same book, unknown to each tool', head, rows };
}

function stageTable(rows: string[][]): Table {
  return {
    title: 'chongpai’s stages, s',
    head: ['book', 'read', 'compose', 'fonts', 'paginate', 'print', 'finish', 'proof'],
    rows,
  };
}
