import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../scripts/article/markdown.js';
import { jpegDamage } from '../../scripts/article/pictures/jpeg-damage.js';
import { judgePicture } from '../../scripts/article/pictures/judge-picture.js';
import { textOf } from '../../scripts/article/words/say.js';
import { refuseDamaged } from '../../scripts/outputs/refuse-damaged.js';
import { png } from '../trust/publication.js';
import { asUrl, damaged, heldOtherwise, inFourInks, photograph } from './photographs.js';

describe('a photograph that is damaged inside', () => {
  it('is told from a whole one, in colours, turned, in four inks', async () => {
    expect(await jpegDamage(photograph)).toBeUndefined();
    expect(await jpegDamage(heldOtherwise(6))).toBeUndefined();
    expect(await jpegDamage(inFourInks)).toBeUndefined();
    expect(await jpegDamage(damaged(photograph))).toMatch(/^Corrupt JPEG data/);
    const short = Buffer.concat([photograph.subarray(0, 600), photograph.subarray(750)]);
    expect(await jpegDamage(short)).toMatch(/^Corrupt JPEG data/);
    // Cameras write some bytes after the picture.
    expect(await jpegDamage(Buffer.concat([photograph, Buffer.alloc(100)]))).toBeUndefined();
    expect(await jpegDamage(photograph)).toBeUndefined();
  });

  it('ends the edition, by file, line and name', async () => {
    const article = parseArticle(
      '01',
      '01.md',
      `# 会场\n\n好图。\n\n![好](${asUrl(photograph)})\n\n![坏](${asUrl(damaged(photograph))})\n`,
    );
    await expect(refuseDamaged([article], undefined)).rejects.toMatchObject({
      message: expect.stringMatching(/坏.*damaged inside/),
      place: expect.objectContaining({ start: expect.objectContaining({ line: 7 }) }),
    });
  });
});

it('a PNG whose bytes are not those that were written is told by its name', () => {
  const whole = Buffer.from(png(40, 30, 7));
  const faultOf = (bytes: Buffer) => {
    const judged = judgePicture(bytes, '会场.png');
    return 'fault' in judged ? textOf(judged.fault) : undefined;
  };
  expect(faultOf(whole)).toBeUndefined();
  const broken = Buffer.from(whole);
  broken[45]! ^= 0x11;
  expect(faultOf(broken)).toContain('"会场.png" is damaged inside');
  expect(faultOf(whole.subarray(0, whole.length - 30))).toContain('truncated');
});

it('a PNG whose rows end early, or whose bytes cannot be unpacked, is told; one with more rows is whole', () => {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const of = (data: Buffer, { bits = 8, type = 2, interlaced = 0 } = {}) => {
    const head = Buffer.from([0, 0, 0, 20, 0, 0, 0, 11, bits, type, 0, 0, interlaced]);
    const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
    return Buffer.concat([
      signature,
      chunk('IHDR', head),
      chunk('IDAT', data),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  };
  const rows = (bytes: number) => deflateSync(Buffer.alloc(bytes, 3));
  const isTold = (bytes: Buffer) => 'fault' in judgePicture(bytes, '会场.png');
  expect(isTold(of(rows(11 * 61)))).toBe(false);
  expect(isTold(of(rows(11 * 61 + 200)))).toBe(false);
  expect(isTold(of(rows(7 * 61)))).toBe(true);
  expect(isTold(of(rows(11 * 61).subarray(0, 8)))).toBe(true);
  expect(isTold(of(Buffer.from('no pixels at all')))).toBe(true);
  expect(isTold(of(rows(11 * 4), { bits: 1, type: 0 }))).toBe(false);
  expect(isTold(of(rows(10 * 4), { bits: 1, type: 0 }))).toBe(true);
  // Adam7: 3 × 2, 2 × 2, 5 × 1, 5 × 3, 10 × 3, 10 × 6 and 20 × 5 pixels, and a byte for each row.
  const interlaced =
    2 * (1 + 3) + 2 * (1 + 2) + (1 + 5) + 3 * (1 + 5) + 3 * (1 + 10) + 6 * (1 + 10) + 5 * (1 + 20);
  expect(isTold(of(rows(interlaced), { type: 0, interlaced: 1 }))).toBe(false);
  expect(isTold(of(rows(interlaced - 1), { type: 0, interlaced: 1 }))).toBe(true);
});

describe('a GIF or a WebP', () => {
  const gif = Buffer.from(
    'R0lGODlhGAAQAPEAAOYAGqIAXV0AohoA5iH5BAAAAAAALAAAAAAYABAAAAJHhI+py+2/wpES1GowDZta/oEiR5bmiaYqKpCtG7xcK9OCfdNxHu/5DwwKh0ThIHf8JZM35lIwiEKPUWp1Oq1qt9yu9wsOfwsAOw==',
    'base64',
  );
  const webp = Buffer.from(
    'UklGRuIDAABXRUJQVlA4TNYDAAAvF8ADAIkfNET0P4iFgrQNmO7411o5ato2YHqWP84JoIfatm0YO739f22G/gcrYfAu+AeABAEA0jYKLo3M3ff/L+1cUqMJJDh8Q7Zt20lYpSFQrO7e//8Pe2uvu+DukAQiR7Zt22lbVToyyo4UK47KDG/Mz/30fkN7mW8ZQiYl0nHE8MdMWl4PuBfmXocZhcAeVIxTD+6gQI59CRb311Qf3L+Xq0vyIiEsty2w0PP6/13THJdnBrZNvvC1MtbOPuipykYqMeRgD5ZiWNN4lBMJ1donkUR5MHl3ujPTGrwvrjvCdmX1kSCkRgwzFMM2sLud8z/YmpLJ/lGtWDWKfsbQajwU3krXr1XXQfVS4AG1cjsZ1iuuYzRRNsuA2vMV2QP6SIWNPb2+DAFohjWlkBsDq/Oh8f+piBf703h0l+TSuQwCzTUX5Ov0pnni+p5Qx/EGNsJ1UoJySUQvB0cHWfOgYAf+ZxA9tGBzU9Yu64Hb4carrxmHFWmnPhaZpJNwhXbscrRJGok4mc5fYgTLkZ+7nd5biSK/TaxR+cGbQRsqQwywPbUgYWhq7vHRyl12bDXwztJIx3/H18OeOPj67XN8O84meXJuqz2Lweipg46ojDWkaf5i2ajTl2ZfpGkQ9o3M3rrryb22bXX537jvqF0EF7YBa/7rpqcxujK0+zDA1xXu3Y9pBkd6fofE8QKu2fLVf3a1pdNSh+KXkgujh88gRLB5AIfXlRWyvPhVTAy6oOyvVK9aPzfH5K2mT6biRlTUjmq8I1FtDohM6k58aCK4y4bS8jeW0zjE/FLZnvEZL/J8BfwauLi8oAMN6iJ1f2ERHhot8Epf8DK7c/XpDoFY1Rhu5hn93clp9FMcnjoeXXJZrf0PrtZgDdqsDLZ4ymxUQgud6o7VkdKFbmoHM42EgNLwbn/Tz9R+uEWjYm6byFSaJNndbXUtxpFmLsw5QfqC7uPoYSGLji5gSkxTtL4E0wbVTjUhI3b5j+FrOt3M0bOAs2Q7ZG0XDrlU3lRRLbte1xd0Wjv8Nd1hceH0Hg4HP2PRb9HchvjXGAjuENpQK1pRn184Mc/IOFNZTvOF3XLehpqSFnmBsvy5mqv5x503r5OatvS1+rkXy2ue2Dm2NMyZsOf3det5XsjffCwwsUQ6E52uPczqdMGJr2dISE0RaprbRRPee4F76JsJnn16zZ7deQyGpgFalWqsmRiqSN4DQeQmdlhABrMoY0MwT4N2cJSIGL1CMywLg9ugsFJgfzYThaHDuDqe4H5LBNnxNw4/NWMgaCFRb75b3nKoDQmaDSoJrAwA',
    'base64',
  );
  const faultOf = (bytes: Buffer, name: string) => {
    const judged = judgePicture(bytes, name);
    return 'fault' in judged ? textOf(judged.fault) : undefined;
  };

  it.each([
    ['图.gif', gif],
    ['图.webp', webp],
  ])('%s is told by its name when it is cut off anywhere, or lacks a part', (name, whole) => {
    expect(faultOf(whole, name)).toBeUndefined();
    for (let length = 40; length < whole.length - 1; length++)
      expect(faultOf(whole.subarray(0, length), name)).toMatch(/truncated|damaged inside/);
    for (let at = 60; at < whole.length - 8; at += 7)
      expect(faultOf(Buffer.concat([whole.subarray(0, at), whole.subarray(at + 8)]), name)).toMatch(
        /truncated|damaged inside/,
      );
  });

  it('is told when the page of a server stands in it', () => {
    const page = '<!doctype html><html><body>404 Not Found</body></html>';
    for (const name of ['图.gif', '图.webp'])
      expect(faultOf(Buffer.from(page), name)).toContain('an HTML page');
    const mixed = Buffer.from(gif);
    mixed.write(page, 60, 'latin1');
    expect(faultOf(mixed, '图.gif')).toContain('damaged inside');
    const headless = Buffer.from(webp);
    headless.write(page, 12, 'latin1');
    expect(faultOf(headless, '图.webp')).toContain('damaged inside');
  });
});
