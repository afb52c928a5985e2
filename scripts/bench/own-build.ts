import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../article/package-root.js';
import { listIssues } from '../article/source-files.js';
import { cacheFolder } from '../chromium/cache-folder.js';
import { findBrowser } from '../chromium/find-browser.js';
import type { IssueReport } from '../report.js';
import { unpackFonts } from '../typeset/fonts/packed-fonts.js';
import { type Cost, measure } from './process-tree.js';

/** chongpai as users run it: a separate process on a separate publication, with empty caches at the start. */
export interface OwnBuild {
  /** The publication. */
  root: string;
  /** Builds all its issues. @throws when a PDF could not be made. */
  run: (limitMs: number) => Promise<{ cost: Cost; reports: IssueReport[] }>;
  /** Forgets its books; what the program keeps for books of any kind stays. */
  forget: () => void;
  remove: () => void;
}

/** Parts of the cache that a machine has once the program has made a book. */
const ofProgram = ['browser', 'js', 'type', 'code', 'tables', 'rules'];

/** @param write puts a publication into a folder. */
export async function newOwnBuild(write: (root: string) => void): Promise<OwnBuild> {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-bench-'));
  write(root);
  const cache = join(root, 'cache');
  // Browser and fonts are unpacked once per machine, not per book: the scratch cache borrows them.
  await Promise.all([findBrowser(), unpackFonts()]);
  mkdirSync(cache, { recursive: true });
  for (const name of ['browser', 'js', 'type']) symlinkSync(cacheFolder(name), join(cache, name));
  const env = { CHONGPAI_CACHE: cache, PUPPETEER_EXECUTABLE_PATH: '' };
  const command = [process.execPath, join(packageRoot, 'scripts', 'bin.mjs'), 'build', '--json'];
  return {
    root,
    forget: () => {
      for (const name of readdirSync(cache))
        if (!ofProgram.includes(name)) rmSync(join(cache, name), { recursive: true, force: true });
      rmSync(join(root, 'build'), { recursive: true, force: true });
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
    run: async (limitMs) => {
      const cost = await measure(command, { cwd: root, env, limitMs });
      const reports = listIssues(join(root, 'manuscript')).map(
        (id) => JSON.parse(readFileSync(join(root, 'build', id, 'report.json'), 'utf8')) as IssueReport,
      );
      const failed = reports.flatMap(({ error, editions }) => [error, ...editions.map((one) => one.error)]);
      const reason = failed.find((error) => error !== undefined);
      if (reason !== undefined || cost.code !== 0)
        throw new Error(`chongpai made no PDF: ${reason ?? cost.output}`);
      return { cost, reports };
    },
  };
}

/** Seconds of a stage for a table; – where it was not run. */
export function stageSeconds(report: IssueReport, name: string): string {
  const stages = [...report.stages, ...report.editions.flatMap((edition) => edition.stages)];
  const found = stages.filter((stage) => stage.name === name);
  return found.length === 0 ? '–' : found.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(2);
}
