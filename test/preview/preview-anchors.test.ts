import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOverrides } from '../../scripts/article/overrides-file.js';
import { borderAnchor, passageAnchor, wordsAnchor } from '../../scripts/preview/decide/anchor.js';
import { changeOverrides } from '../../scripts/preview/decide/change-overrides.js';
import { changeOf } from '../../scripts/preview/decide/decide.js';
import type { Entry } from '../../scripts/preview/decide/decision.js';
import { restore } from '../../scripts/restore/index.js';
import { placeOverrides } from '../../scripts/restore/overrides.js';

describe('the words of a decision', () => {
  const text = fc.stringMatching(/^[甲乙丙，\n ]{2,60}$/);
  const dense = (words: string) => words.replace(/\s/g, '');

  it('stand once in the source, on both sides of its border', () => {
    fc.assert(
      fc.property(text, fc.nat(60), (source, at) => {
        const anchor = borderAnchor(source, Math.min(at, source.length));
        if (anchor === undefined) return;
        const [before, after] = anchor.split('|') as [string, string];
        const place = dense(source).indexOf(before + after);
        expect(dense(source).indexOf(before + after, place + 1)).toBe(-1);
        expect(place + before.length).toBe(dense(source.slice(0, Math.min(at, source.length))).length);
      }),
    );
  });

  it('begin a passage, or there are none', () => {
    fc.assert(
      fc.property(text, fc.nat(60), (source, at) => {
        const anchor = wordsAnchor(source, [[at, source.length]]);
        if (anchor !== undefined) expect(dense(source.slice(at)).startsWith(anchor)).toBe(true);
      }),
    );
  });

  it('say where a passage stands that is to be replaced, and correct it back', () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.integer({ min: 1, max: 4 }), (source, at, length) => {
        const range = [Math.min(at, source.length - 1), Math.min(at + length, source.length)] as const;
        const anchor = passageAnchor(source, range);
        if (!anchor) return;
        const whole = anchor.before + anchor.words + anchor.after;
        expect(dense(source).indexOf(whole)).toBe(anchor.at - anchor.before.length);
        expect(dense(source).indexOf(whole, anchor.at - anchor.before.length + 1)).toBe(-1);
        const [made] = changeOf(source, { kind: 'replace', range, wanted: '丁' }).add as Entry[];
        const standing = [made!.value as { text: string; with: string }];
        const back = changeOf(
          source,
          { kind: 'replace', range, wanted: anchor.words },
          { replaced: standing },
        );
        expect(back).toEqual({ file: 'overrides', add: [], remove: [made] });
      }),
    );
  });

  it('put what is inserted at the head of a block there, not at the end of the block above', () => {
    const text = [
      '老旧小区换新颜',
      '　　昨日，城东街道的老旧小区改造工程',
      '全部完工，居民喜迁新居。',
      '　　三千余户居民拿到了钥匙。',
      '　　三千余户居民说，日子好了。',
      '',
    ].join('\n');
    const before = restore({ text }).articles[0]!;
    for (const [index, block] of before.blocks.entries()) {
      const [start] = block.ranges[0]!;
      const decision = {
        kind: 'replace',
        range: [start, start + 1],
        wanted: `记者说，${text[start]}`,
      } as const;
      const [entry] = changeOf(text, decision).add as Entry[];
      const replace = [entry!.value as { text: string; with: string }];
      const { blocks } = restore({ text }, { overrides: { replace } }).articles[0]!;
      expect(blocks.map((one) => one.text)).toEqual(
        before.blocks.map((one, at) => (at === index ? `记者说，${one.text}` : one.text)),
      );
      // Taken out again, it leaves nothing behind.
      const back = { ...decision, wanted: text[start]! };
      expect(changeOf(text, back, { replaced: replace })).toEqual({
        file: 'overrides',
        add: [],
        remove: [entry],
      });
    }
  });

  it.each([
    ['云岭日报', 'furniture', 'byline'],
    ['本报记者', 'byline', 'paragraph'],
    ['短讯', 'headline', 'crosshead'],
  ] as const)(
    'give %s another role, whose words stand elsewhere, too, and its own back',
    (words, was, wanted) => {
      const text = [
        '云岭日报',
        '水渠通水',
        '本报记者',
        '　　昨日，永丰渠通水，云岭日报在短讯里已经报道，本报记者到场。',
        '　　下游十一个乡的田地都可以灌溉了。',
        '短讯',
        '　　昨日，城东街道的老旧小区改造工程全部完工，居民喜迁新居。',
        '',
      ].join('\n');
      const start = text.search(new RegExp(`^${words}$`, 'mu'));
      const ranges: [number, number][] = [[start, start + words.length]];
      const { add } = changeOf(text, { kind: 'role', ranges, role: wanted });
      const file = changeOverrides('', { add, remove: [] }, 'overrides.yaml').text;
      expect(placeOverrides(text, readOverrides(file, 'overrides.yaml'))).toMatchObject({
        stale: [],
        roles: [{ range: ranges[0], role: wanted }],
      });
      const back = changeOf(text, { kind: 'role', ranges, role: was });
      const { text: again, remove } = changeOverrides(file, back, 'overrides.yaml');
      expect(remove).toEqual(add);
      expect(placeOverrides(text, readOverrides(again, 'overrides.yaml')).roles).toEqual([
        { range: ranges[0], role: was },
      ]);
    },
  );
});
