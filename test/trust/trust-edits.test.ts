import { readFileSync, symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newRandom } from '../../scripts/bench/random.js';
import { cacheFolder } from '../../scripts/chromium/cache-folder.js';
import { findBrowser } from '../../scripts/chromium/find-browser.js';
import { sha256 } from '../../scripts/trace.js';
import { newFolder } from '../cli/run.js';
import { build, paperOf, png } from './publication.js';

const publication = (title: string) =>
  `title: ${title}\ntrim: A6\neditions: [zh-Hans, zh-Hant-TW, zh-Hant-HK]\nparts: [cover]\n`;
const folder = newFolder({
  'manuscript/publication.yaml': publication('试报'),
  'manuscript/names.txt': '',
  'manuscript/book/01.md': '# 标题\n\n起初的正文，奥巴马与特朗普。\n\n![图](p.png)\n',
  'manuscript/book/issue.yaml': 'sections:\n  - title: 版\n    articles: ["01"]\n',
  'manuscript/book/names.txt': '',
  'manuscript/book/p.png': png(20, 20, 1),
  'manuscript/raw/source.txt': '本报讯　今日天气晴好，市民纷纷出游。\n',
  'styles/custom.css': '',
});
const usual = process.env.CHONGPAI_CACHE;
afterAll(folder.remove);

/** Files that a person may save, and the place of their mark: all papers, the Traditional ones, or only the trace. */
const kinds: Record<
  string,
  { issue: string; mark: 'all' | 'Hant' | 'trace'; text: (mark: string) => string | Uint8Array }
> = {
  'manuscript/book/01.md': {
    issue: 'book',
    mark: 'all',
    text: (mark) => `# 标题\n\n正文${mark}，奥巴马与特朗普。\n\n![图](p.png)\n`,
  },
  'manuscript/book/issue.yaml': {
    issue: 'book',
    mark: 'all',
    text: (mark) => `title: 期${mark}\nsections:\n  - articles: ["01"]\n`,
  },
  'manuscript/book/names.txt': { issue: 'book', mark: 'Hant', text: (mark) => `川${mark} = 特朗普\n` },
  'manuscript/names.txt': { issue: 'book', mark: 'Hant', text: (mark) => `歐${mark} = 奥巴马\n` },
  'manuscript/publication.yaml': { issue: 'raw', mark: 'all', text: (mark) => publication(`报${mark}`) },
  'styles/custom.css': { issue: 'book', mark: 'trace', text: (mark) => `/* ${mark} */\n` },
  'manuscript/book/p.png': {
    issue: 'book',
    mark: 'trace',
    text: (mark) => png(20, 20, mark.codePointAt(0)! % 200),
  },
  'manuscript/raw/source.txt': {
    issue: 'raw',
    mark: 'all',
    text: (mark) => `本报讯　今日天气${mark}晴好，市民纷纷出游。\n`,
  },
  'manuscript/raw/overrides.yaml': {
    issue: 'raw',
    mark: 'all',
    text: (mark) => `replace:\n  - {text: 出游, with: 出${mark}游}\n`,
  },
};
const stages = ['intake', 'restore', 'read', 'compose', 'fonts', 'paginate', 'print', 'finish', 'preflight'];
/** Characters that no conversion changes. */
const marks = [...'甲乙丙丁戊己庚辛壬癸子寅卯辰巳午未申酉戌亥天地人日月山川水火木金土石田上下左右'];

interface Saved {
  file: string;
  mark: string;
  content: string | Uint8Array;
}

/** Saves a file when a stage of a build begins for the first time, or when the build is over. */
async function buildWhile(saved: Saved, stage: string, options: object): Promise<string[]> {
  let isSaved = false;
  const save = () => {
    if (!isSaved) folder.write(saved.file, saved.content);
    isSaved = true;
  };
  const { lines, code } = await build(folder.root, {
    issues: [kinds[saved.file]!.issue],
    onStage: (text) => text.includes(`${stage} …`) && save(),
    ...options,
  });
  expect(lines.filter((line) => line.startsWith('error'))).toEqual([]);
  expect(code).toBe(0);
  save();
  return lines;
}

/** Checks the content of an issue's PDFs, and their report. */
async function expectSaved({ file, mark, content }: Saved): Promise<void> {
  const { issue, mark: place } = kinds[file]!;
  const report = JSON.parse(folder.read(`build/${issue}/report.json`));
  for (const { edition, outputs, trace } of report.editions) {
    const [{ path, sha256: own }] = outputs.pdf.files;
    const bytes = readFileSync(path);
    expect(sha256(bytes)).toBe(own);
    expect(trace.inputs[file], `${file} in ${edition}`).toBe(sha256(content));
    const isOnPaper = place === 'all' || (place === 'Hant' && edition.includes('Hant'));
    if (isOnPaper) expect(await paperOf(bytes), `${file} in ${edition}`).toContain(mark);
  }
}

describe('what a person saves while a build runs', () => {
  beforeAll(async () => {
    // The unpacked browser is lent to it: it is not under test.
    await findBrowser();
    folder.write('cache/readme', '');
    symlinkSync(cacheFolder('browser'), folder.path('cache/browser'));
    process.env.CHONGPAI_CACHE = folder.path('cache');
  });
  afterAll(() => {
    if (usual === undefined) delete process.env.CHONGPAI_CACHE;
    else process.env.CHONGPAI_CACHE = usual;
  });

  const random = newRandom(18);
  const patience = 240_000; // Three builds of three editions each, on a machine with other work.
  it.each(Object.keys(kinds).map((file, index) => [file, { resume: index % 2 === 1 }] as const))(
    '%s stands in the next build %j',
    async (file, options) => {
      const stage = random.pick(stages);
      const mark = marks.splice(random.integer(0, marks.length - 1), 1)[0]!;
      const saved: Saved = { file, mark, content: kinds[file]!.text(mark) };
      await buildWhile(saved, stage, options);
      // The next build has it, and so does the one after that, which takes it from the cache.
      for (const _ of [1, 2]) {
        await build(folder.root, { issues: [kinds[file]!.issue], ...options });
        await expectSaved(saved);
      }
    },
    patience,
  );
});
