import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { decode, encode } from 'fast-png';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatMessage } from '../../scripts/article/problem.js';
import { restoreFiles } from '../../scripts/commands/restore.js';
import { pictureOfPage } from '../../scripts/intake/page-picture.js';
import { isUnrecognized, recognizeScans } from '../../scripts/intake/scan/keep.js';
import { turnedByQuarters } from '../../scripts/intake/scan/raster.js';
import { readIssueSource } from '../../scripts/read-issue-source.js';
import { column, makePdf } from './make-pdf.js';
import { type Page, threeLines, verticalPage } from './scan-page.js';

/** Stands for tesseract: reads each tile of its list as one line, and counts its runs. */
const standIn = (log: string) => `#!/bin/sh
case "$1" in
--version) echo "tesseract 5.0.0-stand-in";;
--list-langs) printf 'List of available languages (1):\\nchi_sim\\n';;
*) echo run >> ${log}
printf 'level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n'
page=0
while read -r tile; do page=$((page + 1))
printf '5\\t%s\\t1\\t1\\t1\\t1\\t10\\t10\\t2000\\t24\\t91.5\\t第%s块的文字在这里\\n' $page $page
done < "$1";;
esac
`;

describe('recognition', () => {
  const path = process.env.PATH;
  let folder: string;
  let log: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chongpai-scan-test-'));
    log = join(folder, 'runs.txt');
    writeFileSync(join(folder, 'tesseract'), standIn(log));
    chmodSync(join(folder, 'tesseract'), 0o755);
    process.env.PATH = folder;
  });
  afterEach(() => {
    process.env.PATH = path;
    rmSync(folder, { recursive: true });
  });
  const withEngine = () => {
    process.env.PATH = `${folder}${delimiter}${path}`;
  };
  const scan = (name: string, page: Page = threeLines()) => {
    const { width, height, gray } = page;
    writeFileSync(join(folder, name), encode({ width, height, data: gray, channels: 1, depth: 8 }));
    return join(folder, name);
  };
  const runs = () => readFileSync(log, 'utf8').split('\n').length - 1;

  it('needs an engine, and says how to get one', async () => {
    process.env.PATH = join(folder, 'nowhere');
    const file = scan('source.png');
    const error = await recognizeScans([file]).catch((reason) => reason);
    expect(formatMessage(error)).toMatch(
      /no program on this machine[\s\S]*npm i --ignore-scripts @gutenye\/ocr-node/,
    );
    expect(existsSync(join(folder, 'source.ocr.json'))).toBe(false);
  });

  it('is kept beside the scan, and read from there', async () => {
    withEngine();
    const file = scan('source.png');
    expect(isUnrecognized(await readIssueSource(folder).catch((reason) => reason))).toBe(true);
    const { paths, engine } = await recognizeScans([file]);
    expect([paths, engine]).toEqual([[join(folder, 'source.ocr.json')], 'tesseract 5.0.0-stand-in']);
    const source = await readIssueSource(folder);
    expect(source!.text.trim().split('\n')).toEqual([1, 2, 3].map((tile) => `第${tile}块的文字在这里`));
    expect(source!.layout!.lines.map(({ box }) => Math.round(box.left / 100))).toEqual([1, 5, 9]);
    expect(runs()).toBe(1);
  });

  it('is repeated when the scan changes, and the older result is set aside', async () => {
    withEngine();
    await recognizeScans([scan('source.png')]);
    const old = readFileSync(join(folder, 'source.ocr.json'), 'utf8');
    scan('source.png', threeLines().fill(60, 120, 500, 24));
    const error = await readIssueSource(folder).catch((reason) => reason);
    expect(isUnrecognized(error)).toBe(true);
    expect(formatMessage(error)).toMatch(/source\.png has changed/);
    await recognizeScans([join(folder, 'source.png')]);
    expect(readFileSync(join(folder, 'source.ocr.old.json'), 'utf8')).toBe(old);
    expect((await readIssueSource(folder))!.layout!.lines).toHaveLength(4);
  });

  it('of a page that lies on its side is tried in each direction, and the page is shown as it was read', async () => {
    withEngine();
    const confident =
      '$(set -- $(od -An -tu1 -j16 -N8 "$tile"); [ $(($3 * 256 + $4)) -gt $(($7 * 256 + $8)) ] && echo 95 || echo 20)';
    const engine = standIn(log)
      .replace('chi_sim\\n', 'chi_sim\\nchi_sim_vert\\n')
      .replace('91.5', '%s')
      .replace(/\$page \$page$/mu, `$page "${confident}" $page`);
    writeFileSync(join(folder, 'tesseract'), engine);
    const { width, height, gray } = turnedByQuarters(threeLines(), 1);
    const file = join(folder, 'source.png');
    writeFileSync(file, encode({ width, height, data: gray, channels: 1, depth: 8 }));
    const { paths } = await recognizeScans([file]);
    const [page] = JSON.parse(readFileSync(paths[0]!, 'utf8'));
    expect(page).toMatchObject({
      width: 1200,
      height: 900,
      place: { scan: 0, quarters: expect.any(Number) },
    });
    expect(page.rec_scores).toEqual([0.95, 0.95, 0.95]);
    const shown = decode((await pictureOfPage(paths, 0))!);
    expect([shown.width, shown.height]).toEqual([1200, 900]);
  });

  it('lacks no page that was added later', async () => {
    withEngine();
    await recognizeScans([scan('source.1.png')]);
    scan('source.2.png');
    const error = await readIssueSource(folder).catch((reason) => reason);
    expect(isUnrecognized(error)).toBe(true);
    expect(formatMessage(error)).toMatch(/source\.2\.png/);
  });

  it('refuses a vertical page where the engine reads none, with what to install', async () => {
    withEngine();
    await expect(recognizeScans([scan('source.png', verticalPage())])).rejects.toThrow(/vertical/);
  });

  it('of a file is restored like any source, by the name of the scan or of its result', async () => {
    withEngine();
    const text = async (file: string) => {
      const lines: string[] = [];
      const terminal = {
        cwd: folder,
        result: (words: string) => lines.push(words),
        line: () => undefined,
        progress: () => undefined,
        input: async () => new Uint8Array(),
      };
      expect(await restoreFiles([file], {}, terminal)).toBe(0);
      return lines.join('');
    };
    scan('page.png');
    const first = await text('page.png');
    expect(first).toContain('第2块');
    expect(await text('page.png')).toBe(first);
    expect(await text('page.ocr.json')).toBe(first);
    expect(runs()).toBe(1);
    scan('page.png', threeLines().fill(60, 120, 500, 24));
    expect(await text('page.ocr.json')).toContain('第4块');
    expect(runs()).toBe(2);
  });

  it.each([
    ['ends with an error', 'echo "read_params_file: cannot open tsv" >&2; exit 1'],
    ['writes no table', 'echo nonsense'],
  ])('tells of an engine that %s, in its own words', async (_, act) => {
    withEngine();
    writeFileSync(join(folder, 'tesseract'), standIn(log).replace(/\*\) echo run[\s\S]*?;;/, `*) ${act};;`));
    const error = await recognizeScans([scan('source.png')]).catch((reason) => reason);
    expect(formatMessage(error)).toMatch(
      /source\.png: tesseract 5\.0\.0-stand-in could not read this picture/,
    );
    expect(existsSync(join(folder, 'source.ocr.json'))).toBe(false);
  });

  describe('of a PDF some of whose pages are pictures', () => {
    const words = [
      '市人大常委会昨日举行会议，听取',
      '并审议了政府关于水利工作的报',
      '告，决定任命了一批干部。',
    ];
    const others = [
      '本报讯昨日，我市召开农业工作座',
      '谈会，各乡镇负责人参加了会议，',
      '并就春耕备耕作了发言。',
    ];
    const mixed = async (name: string, stamp = '') => {
      const text = await PDFDocument.load(
        makePdf([words, others].map((lines) => column(lines, { x: 50, y: 700, size: 12 }))),
      );
      const { width, height, gray } = threeLines();
      const png = encode({ width, height, data: gray, channels: 1, depth: 8 });
      const pdf = await PDFDocument.create();
      const [first, last] = await pdf.copyPages(text, [0, 1]);
      for (const kind of [first, 'picture', 'blank', last]) {
        if (typeof kind === 'object') pdf.addPage(kind);
        else if (kind === 'blank') pdf.addPage([288, 216]);
        else {
          const page = pdf.addPage([288, 216]);
          page.drawImage(await pdf.embedPng(png), { x: 0, y: 0, width: 288, height: 216 });
          if (stamp) page.drawText(stamp, { x: 8, y: 8, size: 6 });
        }
      }
      writeFileSync(join(folder, name), await pdf.save());
      return join(folder, name);
    };
    const linesOf = (text: string) => text.split(/[\n\f]+/u).filter((line) => line !== '');
    const tiles = (count: number) =>
      Array.from({ length: count }, (_, tile) => `第${tile + 1}块的文字在这里`);

    it.each([
      ['without text', '', 3],
      ['with a stamp', 'Scanned with CamScanner', 4],
    ])('gives them in their places, %s', async (_, stamp, count) => {
      withEngine();
      const file = await mixed('source.pdf', stamp);
      const before = (await readIssueSource(folder))!;
      expect(before.hasScans).toBe(true);
      expect(before.told!.join('\n')).toMatch(
        /Page 2 of the PDF has no text.*npm i --ignore-scripts @gutenye\/ocr-node/u,
      );
      const { paths } = await recognizeScans([file]);
      const source = (await readIssueSource(folder))!;
      const lines = linesOf(source.text);
      const [first, last] = [words.length, words.length + count];
      expect([...lines.slice(0, first), ...lines.slice(last)]).toEqual([...words, ...others]);
      expect(lines.slice(first, last).toSorted()).toEqual(tiles(count));
      expect(source.hasScans).toBeUndefined();
      expect(source.layout!.pages.map(({ width }) => Math.round(width))).toEqual([600, 288, 288, 600]);
      expect((source.told ?? []).join()).not.toMatch(/Page 2/u);
      const sides = await Promise.all(
        [0, 1]
          .map(async (page) => decode((await pictureOfPage(paths, page))!))
          .map(async (one) => (await one).width / (await one).height),
      );
      expect(sides.map((side) => side.toFixed(2))).toEqual(['0.75', '1.33']);
      expect(runs()).toBe(1);
    });

    it('reads the others where no program is installed, or it fails, and says why', async () => {
      process.env.PATH = join(folder, 'nowhere');
      const file = await mixed('page.pdf');
      const lines: string[] = [];
      const terminal = {
        cwd: folder,
        result: (words: string) => lines.push(words),
        line: (line: string) => lines.push(line),
        progress: () => undefined,
        input: async () => new Uint8Array(),
      };
      expect(await restoreFiles([file], {}, terminal)).toBe(0);
      expect(lines.join('\n')).toMatch(/Page 2 of the PDF has no text[\s\S]*市人大常委会/u);
      withEngine();
      writeFileSync(
        join(folder, 'tesseract'),
        standIn(log).replace(/\*\) echo run[\s\S]*?;;/u, '*) exit 1;;'),
      );
      expect(await restoreFiles([file], {}, terminal)).toBe(0);
      expect(lines.join('\n')).toMatch(/could not read this picture/u);
      expect(existsSync(join(folder, 'page.ocr.json'))).toBe(false);
    });

    it('keeps a PDF with text beside it, as a page of the same issue', async () => {
      withEngine();
      const more = ['县水利局昨日派出五个工作组分赴', '各灌区检查渠道和水库。'];
      const files = [await mixed('source.1.pdf'), join(folder, 'source.2.pdf')];
      writeFileSync(files[1]!, makePdf([column(more, { x: 50, y: 700, size: 12 })]));
      await recognizeScans(files);
      expect(linesOf((await readIssueSource(folder))!.text)).toEqual([
        ...words,
        ...tiles(3),
        ...others,
        ...more,
      ]);
    });
  });
});
