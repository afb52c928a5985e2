import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { train } from '../../scripts/bench/fit/train.js';
import { newRandom } from '../../scripts/bench/random.js';
import { restore } from '../../scripts/restore/index.js';
import {
  bestParts,
  type Decided,
  lineFactors,
  linksOf,
  marginalsOf,
  pairFactors,
  passMasses,
} from '../../scripts/restore/parts/chain.js';
import { fitted } from '../../scripts/restore/parts/fitted.js';
import { isDisplay, isRow, mayFollow, parts } from '../../scripts/restore/parts/part.js';

const count = parts.length;
const scores = fc.array(
  fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: count, maxLength: count }),
  {
    minLength: 1,
    maxLength: 20,
  },
);

function factorsOf(rows: readonly (readonly number[])[], decided: readonly Decided[] = []): Float64Array {
  const factors = new Float64Array(rows.length * count);
  rows.forEach((row, line) => {
    lineFactors(Float64Array.from(row), factors, line * count, decided[line]);
  });
  return factors;
}

describe('the chain of parts', () => {
  const pairs = pairFactors(fitted);
  const links = () => pairs;

  it('begins with a block, and lets rows follow their own block only', () => {
    fc.assert(
      fc.property(scores, (rows) => {
        const found = [...bestParts(factorsOf(rows), links)].map((part) => parts[part]!);
        expect(isRow(found[0]!)).toBe(false);
        found.slice(1).forEach((part, index) => {
          expect(mayFollow(found[index]!, part)).toBe(true);
        });
      }),
    );
  });

  it('lets a line that breaks off be display only where its next row goes on', () => {
    fc.assert(
      fc.property(scores, (rows) => {
        const found = [
          ...bestParts(
            factorsOf(rows),
            linksOf(pairs, (line) => line === 1),
          ),
        ].map((part) => parts[part]!);
        if (rows.length > 2 && isDisplay(found[1]!)) expect(isRow(found[2]!)).toBe(true);
      }),
    );
  });

  it('gives shares that add up to one, and goes on where a person says so', () => {
    fc.assert(
      fc.property(scores, (rows) => {
        const decided = rows.map(
          (_, line): Decided => (line === 1 ? 'goes on' : line === 2 ? 'begins' : undefined),
        );
        const { shares, goesOn } = marginalsOf(passMasses(factorsOf(rows, decided), links));
        rows.forEach((_, line) => {
          const sum = shares.slice(line * count, (line + 1) * count).reduce((all, share) => all + share, 0);
          expect(sum).toBeCloseTo(1, 9);
        });
        if (rows.length > 1) expect(goesOn[1]).toBeCloseTo(1, 9);
        if (rows.length > 2) expect(goesOn[2]).toBeCloseTo(0, 9);
      }),
    );
  });

  it('is fitted the same from the same pages, and learns what they show', () => {
    const part = (name: (typeof parts)[number]) => parts.indexOf(name);
    const example = {
      features: [[0], [1], [2], [0], [1]].map((row) => Uint16Array.from(row)),
      amounts: [1, 1, 1, 1, 1].map((amount) => Float32Array.of(amount)),
      truth: Uint8Array.of(
        part('paragraph'),
        part('inner'),
        part('headline'),
        part('paragraph'),
        part('inner'),
      ),
    };
    const pages = Array.from({ length: 40 }, () => example);
    const trained = () => train(pages, ['starts', 'goes on', 'large'], newRandom(1));
    const weights = trained();
    expect(trained()).toEqual(weights);
    const rows = [1, 0, 2].map((feature) => [
      ...weights.values.slice(feature * count, (feature + 1) * count),
    ]);
    const found = [...bestParts(factorsOf([rows[1]!, rows[0]!, rows[2]!]), () => pairFactors(weights))];
    expect(found.map((one) => parts[one])).toEqual(['paragraph', 'inner', 'headline']);
  });
});

describe('restore', () => {
  it('ends a ring of jumps in a message, and loses nothing', () => {
    const text = [
      '（上接一版）县水利局表示，东渠的石料已经备齐，各乡镇正在组织劳力，工程预计年底完工。（下转三版）',
      '（上接三版）县水利局还表示，东渠完工以后，沿线各乡镇的农田灌溉将得到保障。（下转一版）',
    ].join('\n\n');
    const found = restore({ text });
    expect(
      found.articles
        .flatMap(({ blocks }) => blocks)
        .map((block) => block.text)
        .join(''),
    ).toContain('得到保障');
    expect(found.messages.map(({ ruleId }) => ruleId)).toContain('join-jumps');
  });

  it('begins a paragraph where someone begins to speak', () => {
    const text = [
      '主席：现在开始讨论水渠工程的拨款，请各位议员发言，每人不超过十分',
      '钟……',
      '',
      '主席：王议员，请。',
      '王议员：我赞成拨款。工程关系到九个村的灌溉，越早动工，农户受益越早，',
      '何况石料已经备齐。',
      '',
      '主席：谢谢。',
    ].join('\n');
    const blocks = restore({ text }).articles.flatMap((story) => story.blocks);
    expect(blocks.filter(({ text: words }) => words.startsWith('主席：'))).toHaveLength(3);
  });

  it('says that no measure explains a page', () => {
    const words =
      '春风吹过田野渠水流进村庄孩子们跑到堤上看老人说这是几十年没有过的好年景今年的麦子一定会丰收';
    const random = newRandom(7);
    const text = Array.from({ length: 80 }, () => words.slice(0, random.integer(3, words.length))).join('\n');
    expect(restore({ text }).gaps.every(({ certainty }) => certainty !== 'certain')).toBe(true);
  });
});
