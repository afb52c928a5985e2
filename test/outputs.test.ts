import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problem } from '../scripts/article/problem.js';
import { say, textOf } from '../scripts/article/words/say.js';
import { buildIssue } from '../scripts/build.js';
import { newBrowserPool } from '../scripts/chromium/browser-pool.js';
import { cacheFolder } from '../scripts/chromium/cache-folder.js';
import { findBrowser } from '../scripts/chromium/find-browser.js';
import { newWorkshop } from '../scripts/commands/preview/workshop.js';
import { nearName } from '../scripts/commands/tell/tell-issue.js';
import { findPublication } from '../scripts/config.js';
import { editionOf } from '../scripts/edition/edition-of.js';
import type { Output } from '../scripts/outputs/output.js';
import { outputs } from '../scripts/outputs/outputs.js';
import { pdf } from '../scripts/outputs/pdf.js';
import { type IssueReport, reportOf } from '../scripts/report.js';
import { editionsUpToDate } from '../scripts/up-to-date.js';
import { newFolder } from './cli/run.js';

const folder = newFolder({
  'manuscript/publication.yaml': 'title: 试报\ntrim: A6\neditions: [zh-Hans]\nparts: [contents]\n',
  'manuscript/book/01.md': '# 春日出游\n\n今日天气晴好。\n',
  'manuscript/book/issue.yaml': 'date: 2025-02-26\nsections:\n  - articles: ["01"]\n',
});
const pool = newBrowserPool();
const out = folder.path('build/book');
const place = findPublication(folder.root);
const usual = process.env.CHONGPAI_CACHE;

/** Number of times that the added row made its file, and the result of its proof. */
let times = 0;
let holds = true;

/** A row that no table of chongpai has: the titles of a book, made from the issue and its PDF. */
const card: Output<{ titles: number; pages: number }> = {
  id: 'card',
  label: ['下载目录卡', '下載目錄卡', 'Download card'],
  endings: ['card.txt', 'card.note.txt'],
  type: 'text/plain',
  isWanted: ({ publication }) => publication.title === '试报',
  async make(making) {
    times++;
    if (!holds) throw problem(say('no-file'), { path: 'card' });
    const { facts } = await making.made(pdf);
    const titles = making.issue.sections.flatMap(({ articles }) => articles);
    const text = titles.map(({ file }) => String(file)).join('\n');
    return {
      files: [{ ending: 'card.txt', bytes: Buffer.from(text) }],
      facts: { titles: titles.length, pages: facts.pages },
      rest: null,
      open: [],
    };
  },
  did: ({ titles }) => say('in-own-words', `${titles} titles`),
  tell: ({ titles }) => [`file it under ${titles} titles`],
};
const withCard = [...outputs, card];

/** Builds the issue with some outputs; returns the edition's report, its stages and the messages of failures. */
async function build(rows: readonly Output[] = withCard) {
  const report: IssueReport = { issue: 'book', stages: [], editions: [], edits: {}, open: [] };
  const errors: unknown[] = [];
  const stages: string[] = [];
  const told = (error: unknown) => {
    errors.push(error);
    return String(error);
  };
  await buildIssue(
    {
      place,
      folder: folder.path('manuscript/book'),
      editions: [editionOf('zh-Hans')],
      outputs: rows,
      out,
      pool,
      told,
      done: () => undefined,
    },
    report,
    () => async (_, work, did) => {
      const result = await work(() => undefined);
      stages.push(textOf(did(result)));
      return result;
    },
  );
  folder.write('build/book/report.json', JSON.stringify(report));
  return { made: report.editions[0]!, errors, stages };
}

beforeAll(async () => {
  // The unpacked browser is lent to it: it is not under test.
  await findBrowser();
  folder.write('cache/readme', '');
  symlinkSync(cacheFolder('browser'), folder.path('cache/browser'));
  process.env.CHONGPAI_CACHE = folder.path('cache');
});
afterAll(async () => {
  if (usual === undefined) delete process.env.CHONGPAI_CACHE;
  else process.env.CHONGPAI_CACHE = usual;
  await pool.close();
  folder.remove();
});

describe('a row of the table of outputs', () => {
  it('is all that a new output needs: it is made, reported, told, kept and offered', async () => {
    const { made, errors } = await build();
    expect(errors).toEqual([]);
    expect(folder.read('build/book/zh-Hans.card.txt')).toContain('# 春日出游');
    const report = reportOf(made, card)!;
    expect(report).toMatchObject({ titles: 1, pages: reportOf(made, pdf)!.pages });
    expect(report.files.map(({ path }) => nearName(out, path))).toEqual(['zh-Hans.card.txt']);
    expect(card.tell!(report, 'en')).toEqual(['file it under 1 titles']);

    const again = await build();
    expect(times).toBe(1);
    expect(again.stages).toContain('1 titles, unchanged since their proof');
    expect(again.made.outputs).toEqual(made.outputs);

    const wanted = { issue: 'book', edition: 'zh-Hans' };
    const workshop = newWorkshop(folder.root, 'book', { pool, outputs: withCard });
    expect(workshop.outputs(wanted).map(({ id }) => id)).toEqual(['pdf', 'card']);
    const file = await workshop.output(wanted, 'card');
    expect(file).toMatchObject({ type: 'text/plain', ending: 'card.txt' });
    expect(Buffer.from(file.bytes).toString()).toContain('今日天气晴好');
    expect(times).toBe(1);
  });

  it('is made anew when its file was changed, lacks, or was made of another text', async () => {
    const standing = { place, folder: folder.path('manuscript/book'), out, pool, outputs: withCard };
    const upToDate = async () =>
      (await editionsUpToDate({ ...standing, editions: [editionOf('zh-Hans')] })).length;
    await build();
    expect(await upToDate()).toBe(1);
    folder.write('build/book/zh-Hans.card.txt', 'another');
    expect(await upToDate()).toBe(0);
    await build(outputs);
    expect(await upToDate()).toBe(0);
    const before = times;
    folder.write('manuscript/book/01.md', '# 春日出游\n\n今日天气甚好。\n');
    await build();
    expect(times).toBe(before + 1);
    expect(folder.read('build/book/zh-Hans.card.txt')).toContain('天气甚好');
  });

  it('fails alone: the others are made, and what an earlier build made is set aside', async () => {
    holds = false;
    folder.write('manuscript/book/01.md', '# 春日出游\n\n今日天气不好。\n');
    const { made, errors } = await build();
    expect(errors).toHaveLength(1);
    expect(Object.keys(made.outputs)).toEqual(['pdf']);
    expect(made.error).toBeDefined();
    expect(made.old?.map((path) => nearName(out, path))).toEqual(['zh-Hans.old.card.txt']);
    expect(folder.has('build/book/zh-Hans.card.txt')).toBe(false);

    holds = true;
    const mended = await build();
    expect(mended.errors).toEqual([]);
    expect(readdirSync(out).sort()).toEqual(['report.json', 'zh-Hans.card.txt', 'zh-Hans.pdf']);
  });

  it('fails with what it is made of, which is told once', async () => {
    folder.write('manuscript/book/01.md', '# 春日出游\n\n此字\u{10FFFD}无人识得。\n');
    const { made, errors } = await build();
    expect(errors).toHaveLength(1);
    expect(made.outputs).toEqual({});
    expect(made.old).toHaveLength(2);
    expect(readdirSync(out).filter((name) => !name.includes('.old.'))).toEqual(['report.json']);
  });
});

it('gives each output a name and endings that no other has', () => {
  for (const of of [(row: Output) => [row.id], (row: Output) => row.endings]) {
    const all = outputs.flatMap((row) => [...of(row)]);
    expect(new Set(all).size).toBe(all.length);
  }
  const files = readdirSync(join(import.meta.dirname, '../scripts/outputs'));
  const rows = files.filter((name) =>
    /^export const \w+: Output</m.test(
      readFileSync(join(import.meta.dirname, '../scripts/outputs', name), 'utf8'),
    ),
  );
  expect(outputs.map(({ id }) => `${id}.ts`)).toEqual(expect.arrayContaining(rows));
});
