import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/article/package-root.js';
import { cacheFolder } from '../../scripts/chromium/cache-folder.js';
import { findBrowser } from '../../scripts/chromium/find-browser.js';
import { newFolder, run } from '../cli/run.js';

const folder = newFolder({
  'paper/manuscript/publication.yaml': 'title: 试报\ntrim: A6\neditions: [zh-Hans]\nparts: [contents]\n',
  'paper/manuscript/book/01.md': `# 春日出游\n\n${'今日天气晴好，市民纷纷出游。'.repeat(30)}\n\n又一段。\n`,
  'paper/manuscript/book/issue.yaml': 'date: 2025-02-26\nsections:\n  - articles: ["01"]\n',
});
const program = folder.path('chongpai');

/** A copy of chongpai for editing; of its libraries only Paged.js is copied. */
beforeAll(async () => {
  await findBrowser();
  for (const name of ['scripts', 'styles', 'package.json', 'package-lock.json'])
    cpSync(join(packageRoot, name), join(program, name), { recursive: true });
  const libraries = join(packageRoot, 'node_modules');
  mkdirSync(join(program, 'node_modules'));
  for (const name of readdirSync(libraries)) {
    if (name === 'pagedjs')
      cpSync(join(libraries, name), join(program, 'node_modules', name), { recursive: true });
    else symlinkSync(join(libraries, name), join(program, 'node_modules', name));
  }
  mkdirSync(folder.path('cache'));
  // The unpacked browser is lent to it: it is not under test.
  symlinkSync(cacheFolder('browser'), folder.path('cache/browser'));
});
afterAll(folder.remove);

async function build() {
  const { code, stderr } = await run(['build'], {
    cwd: folder.path('paper'),
    env: { CHONGPAI_CACHE: folder.path('cache') },
    launcher: join(program, 'scripts', 'bin.mjs'),
  });
  expect(code, stderr).toBe(0);
  const pdf = readFileSync(folder.path('paper/build/book/zh-Hans.pdf'));
  return {
    pdf: createHash('sha256').update(pdf).digest('hex'),
    isKept: stderr.includes('unchanged since their proof'),
    galleysKept: Number(/(\d+) of \d+ galleys from the cache/.exec(stderr)?.[1] ?? 0),
    trace: JSON.parse(folder.read('paper/build/book/report.json')).editions[0].trace,
  };
}

/** Builds with a text appended to a file of the program, and again with the original file. */
async function edited(file: string, added: string) {
  const path = join(program, file);
  const before = readFileSync(path);
  writeFileSync(path, `${before}${added}`);
  const changed = await build();
  writeFileSync(path, before);
  return { changed, restored: await build() };
}

describe('the key of a PDF', () => {
  it('is of the sheets that layout reads, of the code in tabs and of Paged.js; put back, they hit', async () => {
    const first = await build();
    expect(first.isKept).toBe(false);

    const sheet = await edited(
      'scripts/typeset/pages/split.css',
      'p { padding-block-end: 40pt !important; }\n',
    );
    expect(sheet.changed).toMatchObject({ isKept: false, galleysKept: 0 });
    expect(sheet.changed.pdf).not.toBe(first.pdf);
    expect(sheet.restored).toMatchObject({ isKept: true, pdf: first.pdf });

    const code = await edited('scripts/typeset/cuts/cut.browser.ts', '\nglobalThis.name = "edited";\n');
    expect(code.changed).toMatchObject({ isKept: false, galleysKept: 0 });
    expect(code.changed.trace.layout).not.toBe(first.trace.layout);
    expect(code.restored).toMatchObject({ isKept: true, pdf: first.pdf });

    const paged = await edited('node_modules/pagedjs/dist/paged.esm.js', '\nglobalThis.name = "0.4.4";\n');
    expect(paged.changed.isKept).toBe(false);
    expect(paged.changed.trace.pagedjs).not.toBe(first.trace.pagedjs);
    expect(paged.restored).toMatchObject({ isKept: true, pdf: first.pdf });
  });
});
