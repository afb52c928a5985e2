import { readFileSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readPdf } from '../scripts/prepress/read/read-pdf.js';
import { newFolder, run } from './cli/run.js';

const story = (title: string) =>
  `# ${title}\n\n${'今日天气晴好，市民纷纷出游，公园里游人如织。'.repeat(40)}\n`;

describe('build --press', () => {
  const folder = newFolder({
    'manuscript/publication.yaml': 'title: 试报\ntrim: A6\neditions: [zh-Hans]\n',
    'manuscript/2025-03-01/01.md': story('春日出游'),
    'manuscript/2025-03-01/02.md': story('夏日纳凉'),
  });
  afterAll(folder.remove);
  const build = (...args: string[]) => run(['build', ...args], { cwd: folder.root });
  const made = (ending: string) => readFileSync(folder.path(`build/2025-03-01/zh-Hans${ending}`));
  const pagesOf = async (ending: string) => (await readPdf(new Uint8Array(made(ending)))).pages.length;
  const report = () => JSON.parse(folder.read('build/2025-03-01/report.json')).editions[0].outputs.press;

  it('plans white pages, folds what it made, and tells how to print it', async () => {
    const { code, stdout, stderr } = await build('--press', 'saddle', '--press-dummy', '--lang', 'zh-Hans');
    expect(stderr).toMatch(/付印 {2}骑马订：A5（210 × 148毫米）横放，\d+张，双面、短边翻转、实际大小打印。/);
    expect(stderr).not.toContain('Saddle');
    expect(report().feed.en).toMatch(/^Saddle stitch: print \d+ A5 sheets/);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /zh-Hans\.pdf\n.*zh-Hans\.press\.pdf\n.*zh-Hans\.dummy\.pdf\n.*calibration\.pdf\n$/s,
    );
    const pages = await pagesOf('.pdf');
    expect(pages % 4).toBe(0);
    expect(await pagesOf('.press.pdf')).toBe(pages / 2);
    expect(await pagesOf('.dummy.pdf')).toBe(pages / 2);
    expect(report()).toMatchObject({ scheme: 'saddle', sheet: 'A5', sheets: pages / 4, sides: pages / 2 });
    expect(report().unlabelled).toBeUndefined();
    const first = made('.press.pdf');
    rmSync(folder.path('build/2025-03-01/zh-Hans.press.pdf'));
    await build('--press', 'saddle', '--resume');
    expect(made('.press.pdf').equals(first)).toBe(true);
  });

  it.each([
    ['literary', 'saddle', 1],
    ['newspaper', 'saddle', 1],
    ['newspaper', 'saddle', 8],
    ['newspaper', 'stack', 30],
    ['newspaper', 'signatures', 60],
  ])('fills the last sheet of an issue of one story: %s, %s, %i sentences', async (theme, scheme, count) => {
    const one = newFolder({
      'manuscript/publication.yaml': `title: 试报\ntrim: A6\ntheme: ${theme}\neditions: [zh-Hans]\n`,
      'manuscript/2025-03-01/01.md': `# 春日出游\n\n${'今日天气晴好，市民纷纷出游，公园里游人如织。'.repeat(count)}\n`,
    });
    try {
      const { code, stderr } = await run(['build', '--press', scheme], { cwd: one.root });
      expect(stderr).not.toContain('error');
      expect(code).toBe(0);
      const bytes = readFileSync(one.path('build/2025-03-01/zh-Hans.pdf'));
      const { pages } = await readPdf(new Uint8Array(bytes));
      expect(pages.length % 4).toBe(0);
      const isWhite = pages.map((page) => page.content().glyphs.length === 0);
      // Only the white pages that the story's recto asks for part it from the cover.
      expect(isWhite.indexOf(false, 1)).toBeLessThanOrEqual(2);
    } finally {
      one.remove();
    }
  });

  it('makes a cover of its own with a spine, and no white pages that nobody asked for', async () => {
    folder.write(
      'manuscript/publication.yaml',
      'title: 试报\ntrim: A6\neditions: [zh-Hans]\nparts: [cover, spine, contents, colophon, back-cover]\npress:\n  scheme: signatures\n  sheets: 1\n  cover: separate\n  gsm: 120\n',
    );
    const { code, stderr } = await build();
    expect(stderr).toMatch(/press {2}Signatures, sewn or perfect bound: print/);
    expect(code).toBe(0);
    const { sheets, spineMm, files } = report();
    expect(files).toHaveLength(2);
    expect(spineMm).toBeCloseTo(sheets * 2 * 0.15, 2);
    const cover = await readPdf(new Uint8Array(made('.cover.pdf')));
    expect(cover.pages).toHaveLength(1);
    const inside = await readPdf(new Uint8Array(made('.press.pdf')));
    const words = inside.pages.flatMap((page) => page.content().glyphs.map(({ text }) => text)).join('');
    expect(words).toContain('春日出游');
    expect(words).not.toContain('试报试报');
    folder.write('manuscript/publication.yaml', 'title: 试报\ntrim: A6\neditions: [zh-Hans]\n');
    const plain = await build();
    expect(plain.stderr).not.toContain('press');
  });

  it.each([
    ['saddle', ''],
    ['signatures', ''],
    ['saddle', 'parts: [cover, contents]\n'],
    ['signatures', 'parts: [cover, spine, contents, back-cover]\npress: {cover: separate}\n'],
  ])('binds facing pages by %s without parting a spread %s', async (scheme, more) => {
    folder.write('manuscript/publication.yaml', `title: 试报\ntrim: A5\n${more}`);
    for (const id of ['01', '02'])
      folder.write(`manuscript/2025-03-01/en/${id}.md`, '# Out of doors\n\nPeople walked in the park.\n');
    const id = 'zh-Hans+en@facing';
    const { code, stderr } = await build('-e', id, '--press', scheme);
    expect(stderr).not.toContain('error');
    expect(code).toBe(0);
    const { pages } = await readPdf(new Uint8Array(readFileSync(folder.path(`build/2025-03-01/${id}.pdf`))));
    const texts = pages.map((page) =>
      page
        .content()
        .glyphs.map(({ text }) => text)
        .join(''),
    );
    if (!more.includes('separate')) expect(pages.length % 4).toBe(0);
    if (more === '') expect(texts.at(-1)).toContain('编校说明');
    const english = texts.findIndex((text) => text.includes('walked in the park'));
    expect(english % 2).toBe(0);
    expect(texts[english - 1]).toContain('今日天气晴好');
  });

  it('lets what fills a page bleed beyond its trim', async () => {
    folder.write(
      'manuscript/publication.yaml',
      'title: 试报\ntrim: A6\neditions: [zh-Hans]\npress: single\n',
    );
    folder.write('styles/custom.css', '.pagedjs_page:has(.cover) { background: #dde6ee; }\n');
    const { code, stderr } = await build();
    folder.write('styles/custom.css', '');
    folder.write('manuscript/publication.yaml', 'title: 试报\ntrim: A6\neditions: [zh-Hans]\n');
    expect(stderr).toMatch(/not labelled PDF\/X-4: the book has colours/);
    expect(code).toBe(0);
    const [cover] = (await readPdf(new Uint8Array(made('.press.pdf')))).pages;
    const [left, bottom, right, top] = cover!.trim;
    const tint = cover!.content().shapes.find(({ colour }) => colour && colour[0] < 0.9 && colour[0] > 0.5);
    const bleed = (3 / 25.4) * 72;
    const reach = [left - tint!.box[0], bottom - tint!.box[1], tint!.box[2] - right, tint!.box[3] - top];
    for (const side of reach) expect(Math.abs(side - bleed)).toBeLessThan(0.5);
  });

  it.each([
    [['--press', 'sadle'], 2, /Unexpected scheme "sadle"[\s\S]*Did you mean "saddle"\?/],
    [['--press-dummy'], 2, /--press-dummy needs a scheme/],
  ])('%j ends with %i', async (args, expected, message) => {
    const { code, stderr } = await build(...args);
    expect(stderr).toMatch(message);
    expect(code).toBe(expected);
  });

  it('refuses a separate cover for a book that has none, with what to write', async () => {
    folder.write(
      'manuscript/publication.yaml',
      'title: 试报\ntrim: A6\neditions: [zh-Hans]\nparts: [contents]\npress: {scheme: signatures, cover: separate}\n',
    );
    const { code, stderr } = await build();
    expect(stderr).toMatch(
      /cover: separate for a book without a cover\n.*Add cover .* to parts: in publication\.yaml/,
    );
    expect(code).toBe(1);
  });

  it('refuses a sheet that is too small with the sizes, and makes the reading PDF all the same', async () => {
    folder.write(
      'manuscript/publication.yaml',
      'title: 试报\ntrim: A5\neditions: [zh-Hans]\npress: {scheme: saddle, sheet: A5}\n',
    );
    const { code, stderr } = await build();
    expect(stderr).toMatch(/The sheet A5 \(148 × 210 mm\) is too small: its pages need 296 × 210 mm/);
    expect(code).toBe(1);
    expect(folder.has('build/2025-03-01/zh-Hans.pdf')).toBe(true);
    expect(folder.has('build/2025-03-01/zh-Hans.press.pdf')).toBe(false);
  });
});
