import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import { newBrowserPool } from '../../chromium/browser-pool.js';
import { loadDocument } from '../../chromium/closed-tab.js';
import { withTab } from '../../chromium/with-tab.js';
import { readSample } from '../restore/real.js';
import type { Table } from '../table.js';

/** Each takes a fraction of a second. */
const runs = 7;

/**
 * The parts that no build can do without, each alone: processes of Node that do nothing, as many as chongpai starts; its own
 * start; a browser that starts, prints the bare text of the sample, and ends.
 */
export async function floorTable(data: string): Promise<Table> {
  const empty = `require('node:child_process').spawnSync(process.execPath, ['-e', '0'])`;
  const text = readSample(data).map((page) => page.text);
  const bare = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>text</title></head><body>${text
    .join('\n')
    .split('\n')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('')}</body></html>`;
  const version = [join(packageRoot, 'scripts', 'bin.mjs'), '--version'];
  const rows: [string, number[]][] = [
    ['two processes of Node that do nothing', times(() => runNode(['-e', empty]))],
    ['chongpai --version', times(() => runNode(version))],
    ['Chromium: start, tab, print of the bare text, end', await timesOf(() => printBare(bare))],
    ['Chromium: start and end', await timesOf(() => printBare())],
  ];
  return {
    title: `Floors, seconds, of ${runs} runs each`,
    head: ['alone', 'median', 'least'],
    rows: rows.map(([name, all]) => [name, median(all).toFixed(3), Math.min(...all).toFixed(3)]),
  };
}

function runNode(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Node ended with ${status}: ${stderr}`);
}

async function printBare(html?: string): Promise<void> {
  const pool = newBrowserPool();
  try {
    await pool.use(async ({ browser }) => {
      if (html === undefined) return;
      await withTab(browser, async (tab) => {
        await loadDocument(tab, html);
        await tab.pdf({ tagged: true, outline: true });
      });
    });
  } finally {
    await pool.close();
  }
}

function times(work: () => void): number[] {
  return Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return (performance.now() - started) / 1000;
  });
}

async function timesOf(work: () => Promise<void>): Promise<number[]> {
  const all: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work();
    all.push((performance.now() - started) / 1000);
  }
  return all;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
