import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '../../scripts/article/ledger-file.js';
import { formatMessage } from '../../scripts/article/problem.js';
import { findPublication } from '../../scripts/config.js';
import { decodeSource, readSource } from '../../scripts/intake/read-source.js';
import { readIssueSource } from '../../scripts/read-issue-source.js';
import { readManuscript } from '../../scripts/read-manuscript.js';
import type { RunStage } from '../../scripts/report.js';

const simplified =
  '2月25日，金昌市第九届人民代表大会第五次会议召开。\r\n来自全市各条战线的人大代表齐聚一堂。\r\n';
const traditional = '二月二十五日，臺北市議會開議。\n來自各區的議員齊聚一堂，共商發展大計。\n';

const read = (bytes: Uint8Array, encoding?: string) => decodeSource(bytes, 'page.txt', { encoding });
const messageOf = (error: unknown) => formatMessage(error as Parameters<typeof formatMessage>[0]);
const refusal = (act: () => Promise<unknown>) => act().then(() => 'not refused', messageOf);

describe('decodeSource', () => {
  it.each([
    ['utf-8', simplified, Buffer.from(simplified)],
    ['utf-8', simplified, Buffer.from(`\ufeff${simplified}`)],
    ['utf-16le', simplified, iconv.encode(`\ufeff${simplified}`, 'utf-16le')],
    ['utf-16be', simplified, iconv.encode(`\ufeff${simplified}`, 'utf-16be')],
    ['utf-16le', simplified, iconv.encode(simplified, 'utf-16le')],
    ['utf-16be', simplified, iconv.encode(simplified, 'utf-16be')],
    ['gb18030', simplified, iconv.encode(simplified, 'gb18030')],
    ['gb18030', traditional, iconv.encode(traditional, 'gb18030')],
    ['big5', traditional, iconv.encode(traditional, 'big5')],
  ])('recognises %s and keeps text and newlines (%#)', async (encoding, text, bytes) => {
    expect(await read(bytes)).toMatchObject({ path: 'page.txt', text, encoding });
  });

  it.each([4, 8, 20, 100])(
    'reads %i characters in each encoding or refuses; it never reads them wrongly',
    async (length) => {
      for (const [text, encoding] of [
        [simplified, 'gb18030'],
        [traditional, 'big5'],
        [simplified, 'utf-16le'],
        [simplified, 'utf-8'],
      ] as const) {
        const part = text.repeat(3).slice(5, 5 + length);
        let read: string | undefined;
        try {
          read = (await decodeSource(iconv.encode(part, encoding), 'page.txt')).text;
        } catch (error) {
          expect(messageOf(error)).toContain('--encoding');
        }
        if (read !== undefined) expect(read).toBe(part);
      }
    },
  );

  it('does as it is told, by any usual name', async () => {
    expect((await read(iconv.encode('會議', 'big5'), 'Big5')).text).toBe('會議');
    expect((await read(iconv.encode('会议', 'gb18030'), 'GBK')).encoding).toBe('gb18030');
    expect((await read(Buffer.from('会议'), 'UTF8')).encoding).toBe('utf-8');
    expect(await refusal(() => read(Buffer.from('会议'), 'gb1803'))).toMatch(/"gb1803".*\n.*gb18030\?/);
  });

  it('keeps characters that only HKSCS and four-byte GB18030 have', async () => {
    expect((await read(iconv.encode('喺嗰度嘅𠝹㗎', 'big5hkscs'), 'big5')).text).toBe('喺嗰度嘅𠝹㗎');
    expect((await read(iconv.encode('龘𠀀㐀', 'gb18030'), 'gb18030')).text).toBe('龘𠀀㐀');
  });

  it('reads a text with a bad byte in a hundred, and puts U+FFFD where it stands', async () => {
    const long = Buffer.from(simplified.repeat(20));
    long[long.lastIndexOf('会')] = 0x80;
    const { text, encoding } = await read(long);
    expect([encoding, text.match(/\ufffd+/gu)?.length]).toEqual(['utf-8', 1]);
    expect(text.length).toBeGreaterThanOrEqual(simplified.length * 20);
    for (const [name, word] of [
      ['gb18030', simplified],
      ['big5', '縣議會昨日開會，討論水利章程，各鄉代表均有出席。'],
    ] as const) {
      const line = word.trim();
      const bytes = iconv.encode(line.repeat(20), name);
      const half = bytes.subarray(0, bytes.length - 1);
      expect((await read(half)).encoding).toBe(name);
      expect((await read(half)).text.endsWith(line)).toBe(true);
      expect((await read(half)).told).toEqual([expect.stringContaining('first byte of a mark (A1)')]);
      const inWord = await read(bytes.subarray(0, bytes.length - 3));
      expect([inWord.text.at(-1), inWord.told]).toEqual(['\ufffd', undefined]);
      bytes[101] = 0xff;
      const scarred = (await read(bytes)).text;
      expect(scarred).toContain('\ufffd');
      expect(scarred.length).toBeGreaterThan(line.length * 20 - 4);
    }
  });

  it('names the offset of the first byte that means nothing, where there are too many', async () => {
    const good = Buffer.from('会议昨日召开，堂');
    const broken = Buffer.concat([good.subarray(0, 12), Buffer.from([0xff]), good.subarray(12)]);
    expect(await refusal(() => read(broken))).toContain('Unexpected bytes ff');
    expect(await refusal(() => read(broken))).toContain('at byte 12, expected utf-8');
    const cut = good.subarray(0, good.indexOf('堂') + 2);
    expect(await refusal(() => read(cut))).toContain(`at byte ${good.indexOf('堂')}, expected utf-8`);
    expect(await refusal(() => read(Buffer.from([0xd6, 0xd0, 0x20, 0xff, 0x41]), 'gb18030'))).toContain(
      'at byte 3, expected gb18030',
    );
    expect(
      await refusal(() => read(Buffer.from([0x00, 0x4e, 0x00, 0xd8, 0x41, 0x00]), 'utf-16le')),
    ).toContain('at byte 2,');
    expect(await refusal(() => read(Buffer.from([0x00, 0x4e, 0x41]), 'utf-16le'))).toContain(
      'at byte 2, expected utf-16le',
    );
    const many = Buffer.from(simplified.repeat(20));
    for (let at = 0; at < many.length; at += 90) many[at] = 0xff;
    expect(await refusal(() => read(many))).toContain('at byte 0, expected utf-8');
  });

  it('looks for the first bad byte of a long text in a few steps', async () => {
    const long = Buffer.from(simplified.repeat(2000));
    for (let at = long.indexOf('会'); at >= 0; at = long.indexOf('会', at + 1)) long[at] = 0x80;
    expect(await refusal(() => read(long))).toMatch(/at byte \d+, expected utf-8/);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'The file is empty'],
    ['white space', Buffer.from(' \n\t\u3000\ufeff\n'), 'only white space'],
    ['NULs', Buffer.alloc(64), 'NUL'],
    ['a PDF that is cut off', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'This PDF is damaged'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'This is a picture'],
    ['an archive', Buffer.from('PK\x03\x04…', 'latin1'), 'This is an archive'],
    ['a packed PDF', Buffer.from('\x1f\x8b\x08…', 'latin1'), 'packed by gzip'],
    ['an old Word file', Buffer.from('\xd0\xcf\x11\xe0…', 'latin1'), 'an old office document'],
    ['ALTO without words', Buffer.from('\ufeff<a:alto xmlns:a="x"/>'), 'no text'],
    [
      'PAGE XML without words, in UTF-16',
      Buffer.from('\ufeff<?xml version="1.0"?><PcGts xmlns="x"/>', 'utf16le'),
      'no text',
    ],
    ['a web page without text', Buffer.from('  <html lang="zh"><body>新闻</body></html>'), 'no running text'],
    ['other XML', Buffer.from('<?xml version="1.0"?><rss><item/></rss>'), 'This is an XML file'],
    ['RTF', Buffer.from('{\\rtf1\\ansi 新闻}'), 'This is an RTF document'],
    ['a HEIC picture', Buffer.from('\0\0\0\x18ftypheic\0\0', 'latin1'), 'This is a picture'],
    [
      'noise',
      Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * index * 7 + index * 13) % 256)),
      'expected|look like',
    ],
  ])('refuses %s', async (_, bytes, reason) => {
    expect(await refusal(() => read(bytes))).toMatch(new RegExp(reason));
  });
});

it.each([
  '<本报讯> 昨日开幕。',
  '一、<html> 是什么',
  '{"引"} 号',
  'BM 公司开业',
  '％PDF 是一种格式',
  '<?> 填空',
])('takes %s for text', async (text) => {
  expect((await decodeSource(Buffer.from(`${text}\n第二行。\n`), 'source.txt')).text).toContain(text);
});

describe('readIssueSource', () => {
  it('keeps to the encoding in which these bytes were restored, and looks anew at others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chongpai-issue-'));
    const bytes = Buffer.from([0xb4, 0xe4, 0xbb, 0x44]); // 港聞 in Big5, which detection misjudges
    writeFileSync(join(folder, 'source.txt'), bytes);
    expect(await readIssueSource(join(folder, 'none'))).toBeUndefined();
    const ledger = { source: fingerprint(bytes), encoding: 'big5' };
    writeFileSync(join(folder, 'source.ledger.json'), JSON.stringify(ledger));
    expect((await readIssueSource(folder))?.text).toBe('港聞');
    writeFileSync(join(folder, 'source.txt'), '港聞一則\n');
    expect(await readIssueSource(folder)).toMatchObject({ text: '港聞一則\n', encoding: 'utf-8' });
    rmSync(folder, { recursive: true });
  });
});

describe('readManuscript', () => {
  it('restores in the encoding that a person names, and anew when they name another', async () => {
    const root = mkdtempSync(join(tmpdir(), 'chongpai-paper-'));
    const folder = join(root, 'manuscript', 'book');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 报\n');
    writeFileSync(join(folder, 'source.txt'), Buffer.from([0xb4, 0xe4, 0xbb, 0x44]));
    const place = findPublication(root);
    const read = async (encoding?: string) => {
      const run: RunStage = async (_, work) => work(() => undefined);
      const { issue } = await readManuscript(folder, place, { run, encoding });
      return String(issue.sections[0]!.articles[0]!.file);
    };
    await expect(read()).rejects.toThrow('This does not look like text');
    expect(await read('big5')).toContain('港聞');
    expect(await read()).toContain('港聞');
    expect(await read('gb18030')).not.toContain('港聞');
    rmSync(root, { recursive: true });
  });
});

describe('readSource', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chongpai-intake-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string) => join(folder, name);
  const refused = (path: string) => readSource(path).then(() => 'not refused', messageOf);

  beforeAll(() => {
    mkdirSync(file('folder'));
    writeFileSync(file('page.txt'), simplified);
    writeFileSync(file('huge.txt'), '');
    truncateSync(file('huge.txt'), 50 * 1_048_576);
  });

  it('reads a file', async () => {
    expect((await readSource(file('page.txt'))).text).toBe(simplified);
  });

  it('says what is wrong with what is no file', async () => {
    expect(await refused(file('none.txt'))).toContain('none.txt: There is no such file');
    expect(await refused(file('folder'))).toContain('This is a folder');
    expect(await refused(file('huge.txt'))).toContain('50.0 MB, expected at most 16 MB');
  });
});
