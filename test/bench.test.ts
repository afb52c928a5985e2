import { beforeAll, describe, expect, it } from 'vitest';
import { classTable } from '../scripts/bench/convert/classes.js';
import { bench } from '../scripts/bench/index.js';
import { writeOwnData } from '../scripts/bench/own-data.js';
import { newRandom } from '../scripts/bench/random.js';
import { readCorpus } from '../scripts/bench/restore/corpus.js';
import { breakPage } from '../scripts/bench/restore/generate/noise.js';
import { readSample } from '../scripts/bench/restore/real.js';
import { readChapters } from '../scripts/bench/scale/book.js';
import { longTexts } from '../scripts/bench/typography/texts.js';
import { rowOf } from '../scripts/edition/rows/index.js';

const terminal = {
  cwd: process.cwd(),
  result: () => undefined,
  line: () => undefined,
  progress: () => undefined,
  input: async () => new Uint8Array(),
};

describe('what a bench has in a plain clone', () => {
  let data = '';
  beforeAll(() => {
    data = writeOwnData();
  });

  it('is enough for books of all sizes that are measured', () => {
    const sizes = [50, 1600].map((pages) =>
      readChapters(data, pages).reduce((sum, { paragraphs }) => sum + paragraphs.join('').length, 0),
    );
    expect(sizes[0]).toBeGreaterThan(50 * 600);
    expect(sizes[1]).toBeGreaterThan(1600 * 600);
  });

  it('is enough for broken pages and for long texts', () => {
    const { text, pieces } = breakPage(readCorpus(data), 'mild', newRandom(1));
    expect(text.length).toBeGreaterThan(200);
    expect(pieces.length).toBeGreaterThan(3);
    expect(longTexts(data, 1).map(({ articles }) => articles.join('').length > 20_000)).toEqual([
      true,
      true,
      true,
    ]);
    expect(readSample(data)).toEqual([]);
  });

  it.each(['bilingual', 'readings'])('is not enough for %s, which says what it lacks', async (name) => {
    await expect(bench(name, { data }, terminal)).rejects.toThrow(
      /^This bench measures other people’s texts, which the repository does not hold: \w/,
    );
  });

  it('is the same each time', () => {
    expect(readChapters(writeOwnData(), 20)).toEqual(readChapters(data, 20));
  });
});

describe('the bench of conversion', () => {
  it('charges a converter with a wrong form, and not with a misprint that no dictionary has', () => {
    const { rows } = classTable('', [['她的頭發很長，', '他駡得很大聲。']], rowOf('zh-Hant-HK'));
    const errorsOf = (name: string) => rows.find(([first]) => first === name)?.slice(1, 3);
    expect(errorsOf('all')).toEqual(['1', '1']);
    expect(errorsOf('left out: no dictionary has the printed form')).toEqual(['1', '1']);
  });
});
