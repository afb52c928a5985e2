import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { packageRoot } from '../../article/package-root.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { installPeer, peersFolder } from '../scale/peers.js';
import type { BenchOptions, Table } from '../table.js';
import { launchForSpecs } from './browser.js';
import { layouters } from './layouters.js';
import { type Expect, type Outcome, runSpec } from './run.js';
import { serveSpecs } from './serve.js';

/**
 * Runs Paged.js's own specs (its repository's folder `specs/`), once with Paged.js 0.4.3 as published and once with our
 * pagination instead.
 */
export async function benchSpecs({ specs: folder }: BenchOptions): Promise<Table[]> {
  const files = specsIn(folder);
  const expect = await loadExpect();
  const results: { name: string; outcomes: Outcome[]; seconds: number }[] = [];
  for (const { name, script } of await layouters()) {
    const started = performance.now();
    const outcomes = await runAll({ folder: folder!, files, script }, expect);
    results.push({ name, outcomes, seconds: (performance.now() - started) / 1000 });
  }
  return [summary(results), failures(results)];
}

function specsIn(folder: string | undefined): string[] {
  if (folder && existsSync(join(folder, 'specs')))
    return readdirSync(join(folder, 'specs'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.spec.js'))
      .sort();
  throw problem(
    say('in-own-words', `Unexpected folder of specs ${folder ?? '(none)'}, expected one that holds specs/`),
    {
      ruleId: 'usage',
      note: say(
        'in-own-words',
        'Clone pagedjs/pagedjs and name the clone: npm run bench -- specs --specs FOLDER',
      ),
    },
  );
}

/** jest's own `expect`; a PDF must have the page of which the spec takes a picture. */
async function loadExpect(): Promise<Expect> {
  const peer = { name: 'expect', install: 'expect@29.7.0', command: () => [] };
  if (installPeer(peer, peersFolder) === undefined)
    throw problem(say('in-own-words', 'expect 29.7.0 could not be installed'), {
      note: say('in-own-words', 'Is the npm registry within reach?'),
    });
  const { resolve } = createRequire(join(peersFolder, 'package.json'));
  const { expect } = (await import(pathToFileURL(resolve('expect')).href)) as { expect: Expect };
  expect.extend({
    toMatchPDFSnapshot: (pdf: Uint8Array, page = 1) => {
      const pages =
        Buffer.from(pdf)
          .toString('latin1')
          .match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      return { pass: pages >= page, message: () => `a PDF of ${pages} pages has no page ${page}` };
    },
  });
  return expect;
}

async function runAll(
  { folder, files, script }: { folder: string; files: readonly string[]; script: string },
  expect: Expect,
): Promise<Outcome[]> {
  let running: ReturnType<typeof launchForSpecs> | undefined;
  const browser = async () => {
    running ??= launchForSpecs();
    return (await running).browser;
  };
  const end = async () => {
    await (await running)?.close();
    running = undefined;
  };
  const { origin, close } = await serveSpecs(folder, script);
  const outcomes: Outcome[] = [];
  try {
    for (const spec of files)
      outcomes.push(...(await runSpec({ folder, spec }, { browser, end, origin, expect })));
  } finally {
    close();
    await end();
  }
  return outcomes;
}

interface Result {
  name: string;
  outcomes: readonly Outcome[];
  seconds: number;
}

function summary(results: readonly Result[]): Table {
  return {
    title: 'Paged.js’s own specs',
    head: ['', 'assertions', 'passed', 'failed', 'seconds'],
    rows: results.map(({ name, outcomes, seconds }) => {
      const failed = outcomes.filter(({ failure }) => failure !== undefined).length;
      return [name, outcomes.length, outcomes.length - failed, failed, seconds.toFixed(0)].map(String);
    }),
  };
}

/** Every assertion that fails with us, with the reason where it is known. */
function failures([ours, peer]: readonly Result[]): Table {
  const reasons: Record<string, Record<string, string>> = parse(
    readFileSync(join(packageRoot, 'scripts/bench/specs/reasons.yaml'), 'utf8'),
  ) ?? {};
  const isFailed = ({ spec, name }: Outcome) =>
    peer!.outcomes.some((one) => one.spec === spec && one.name === name && one.failure !== undefined);
  const rows = ours!.outcomes.flatMap((outcome) => {
    if (outcome.failure === undefined) return [];
    const { spec, name, failure } = outcome;
    const reason = reasons[spec]?.[name] ?? reasons[spec]?.['*'] ?? '';
    return [[spec, name, failure, isFailed(outcome) ? 'fails too' : 'passes', reason]];
  });
  return {
    title: 'Assertions that fail with chongpai',
    head: ['spec', 'assertion', 'what happened', 'Paged.js 0.4.3', 'reason'],
    rows: rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|'))),
  };
}
