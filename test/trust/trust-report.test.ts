import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPdf } from '../../scripts/commands/check.js';
import { explain } from '../../scripts/commands/tell/explain.js';
import { newFolder } from '../cli/run.js';
import { build, png } from './publication.js';

const files: Record<string, string | Uint8Array> = {
  'manuscript/publication.yaml': 'title: 试报\neditions: [zh-Hans]\nparts: [cover]\n',
  'manuscript/names.txt': '歐巴馬 = 奥巴马\n',
  'manuscript/book/01.md': '# 一\n\n正文。\n\n![图](p.png)\n',
  'manuscript/book/issue.yaml': 'title: 期\nsections:\n  - articles: ["01"]\n',
  'manuscript/book/names.txt': '川普 = 特朗普\n',
  'manuscript/book/p.png': png(9, 9, 7),
  'styles/custom.css': 'p { color: #111; }\n',
};
const folder = newFolder(files);
afterAll(folder.remove);
const pdf = 'build/book/zh-Hans.pdf';

/** `chongpai check PDF --report`. */
async function check(path = pdf, report: string | true = true): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const terminal = {
    cwd: folder.root,
    result: (text: string) => lines.push(text),
    line: (text: string) => lines.push(text),
    progress: () => undefined,
    input: async () => new Uint8Array(),
  };
  try {
    return { code: await checkPdf(path, { report }, terminal), lines };
  } catch (error) {
    return { code: 1, lines: [...lines, explain(error)] };
  }
}
const differences = ({ lines }: { lines: string[] }) =>
  lines.filter((line) => line.endsWith('(report)')).map((line) => line.slice(`${pdf}: `.length));

describe('check --report', () => {
  beforeAll(async () => {
    expect((await build(folder.root)).code).toBe(0);
  });

  it('finds nothing where all is as it was', async () => {
    const { code, lines } = await check();
    expect(lines.at(-1)).toContain('0 differences from the report');
    expect(code).toBe(0);
  });

  it.each(Object.keys(files))('names what was changed, and nothing else: %s', async (name) => {
    const content = Buffer.from(files[name]!);
    const other = Buffer.from(content);
    // One byte of a picture's height, a letter of a text.
    if (name.endsWith('.png')) other[23]! ^= 1;
    folder.write(name, name.endsWith('.png') ? other : `${content.toString().trimEnd()} \n`);
    const checked = await check();
    folder.write(name, content);
    expect(differences(checked)).toEqual([`file ${name} has changed (report)`]);
    expect(checked.code).toBe(1);
    expect((await check()).code).toBe(0);
  });

  it('names a choice that was changed', async () => {
    const name = 'manuscript/publication.yaml';
    folder.write(name, 'title: 别的报\neditions: [zh-Hans]\nparts: [cover]\n');
    const checked = await check();
    folder.write(name, files[name]!);
    expect(differences(checked)).toEqual([
      `file ${name} has changed (report)`,
      'the choices of the publication changed after the PDF was made (report)',
    ]);
  });

  it('names files that are new and files that are gone', async () => {
    folder.write('manuscript/book/02.md', '# 二\n\n新的。\n');
    const added = await check();
    rmSync(folder.path('manuscript/book/02.md'));
    expect(differences(added)).toEqual(['file manuscript/book/02.md is new (report)']);
    rmSync(folder.path('manuscript/book/names.txt'));
    const gone = await check();
    folder.write('manuscript/book/names.txt', files['manuscript/book/names.txt']!);
    expect(differences(gone)).toEqual(['file manuscript/book/names.txt is missing (report)']);
  });

  it('names the clock that the build was given', async () => {
    process.env.SOURCE_DATE_EPOCH = '1000000000';
    const checked = await check();
    delete process.env.SOURCE_DATE_EPOCH;
    expect(differences(checked)).toEqual(['SOURCE_DATE_EPOCH changed after the PDF was made (report)']);
  });

  it('names another PDF under the name of its own', async () => {
    const report = JSON.parse(folder.read('build/book/report.json'));
    const [file] = report.editions[0].outputs.pdf.files;
    file.sha256 = `${'0'.repeat(63)}1`;
    folder.write('other.json', JSON.stringify(report));
    const checked = await check(pdf, 'other.json');
    expect(differences(checked)).toHaveLength(1);
    expect(differences(checked)[0]).toMatch(
      /^the PDF has the SHA-256 [0-9a-f]{64}, but the report says 0{63}1/,
    );
    expect(checked.code).toBe(1);
  });

  it.each([
    ['[]', 'This is not the report of a build'],
    ['{', 'This is not the report of a build'],
    ['{"issue": "book", "editions": []}', 'The report does not list the inputs'],
    ['{"issue": 5, "editions": [{"edition": "zh-Hans", "outputs": 7}]}', 'This is not the report of a build'],
    ['{"editions": [null]}', 'This is not the report of a build'],
  ])('says what is no report: %s', async (text, expected) => {
    folder.write('bad.json', text);
    const { code, lines } = await check(pdf, 'bad.json');
    expect(lines.join('\n')).toContain(expected);
    expect(lines.join('\n')).not.toContain('bug of chongpai');
    expect(code).toBe(1);
  });

  it('says that there is none', async () => {
    const { code, lines } = await check(pdf, 'nowhere.json');
    expect(lines.join('\n')).toContain('There is no report');
    expect(code).toBe(1);
  });
});
