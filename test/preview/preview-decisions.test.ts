import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { borderAnchor, passageAnchor, wordsAnchor } from '../../scripts/preview/decide/anchor.js';
import { changeNames } from '../../scripts/preview/decide/change-names.js';
import { changeOverrides } from '../../scripts/preview/decide/change-overrides.js';
import { changeOf } from '../../scripts/preview/decide/decide.js';
import type { Entry } from '../../scripts/preview/decide/decision.js';
import { restore } from '../../scripts/restore/index.js';
import { type OpenPreview, openSample } from './open.js';

let preview: OpenPreview;
let token: string;

beforeAll(async () => {
  preview = await openSample();
  token = /name="token" content="([^"]+)"/.exec(await (await fetch(preview.url)).text())![1]!;
});
afterAll(() => preview.close());

/** Sends a request like a page of ours. */
async function send(path: string, body: unknown) {
  const headers = { 'x-chongpai-token': token };
  return (
    await fetch(`${preview.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  ).json();
}

describe('decisions', () => {
  it('of two tabs and an editor are all kept', async () => {
    const { proof } = await (await fetch(`${preview.url}proof`)).json();
    const path = join(preview.issue, 'overrides.yaml');
    const decide = (ranges: number[][]) => send('decide', { kind: 'keep', ranges, seen: proof.fingerprint });
    const [first] = await Promise.all([decide([[91, 130]]), decide([[177, 230]])]);
    writeFileSync(path, `# by hand\n${readFileSync(path, 'utf8')}`);
    const { notebook } = await (await fetch(`${preview.url}notebook`)).json();
    // Either may have been the first.
    const { id } = notebook.history.find(
      ({ changes }: { changes: unknown }) => JSON.stringify(changes) === JSON.stringify(first.done),
    );
    expect((await send('undo', { id })).done[0].remove).toEqual(first.done[0].add);
    expect(readFileSync(path, 'utf8')).toMatch(/^# by hand\n# 定稿[^\n]*\n\nkeep:\n {2}- 上午9时整，大会\n$/);
  });

  it('about another source than the present one are refused', async () => {
    const { error } = await send('decide', { kind: 'keep', ranges: [[1, 40]], seen: 'sha256:other' });
    expect(error.reason).toMatch(/has changed/);
  });

  it.each([
    { kind: 'erase', at: 1 },
    { kind: 'join', at: -1 },
    { kind: 'break', at: 1e9 },
    { kind: 'replace', range: [3, 4], wanted: 'a\nb' },
    { kind: 'name', edition: 'zh-Hant-TW', source: '范 围', output: '范圍' },
    { kind: 'name', edition: 'zh-Hant-TW', source: '范围', output: '范\n圍' },
  ])('that say nothing we know are refused: %j', async (decision) => {
    const { proof } = await (await fetch(`${preview.url}proof`)).json();
    expect((await send('decide', { ...decision, seen: proof.fingerprint })).error.reason).toMatch(
      /^Unexpected/,
    );
  });

  it.each(['', 'null', '{"kind":', '[]'])('that cannot be read are refused: %j', async (body) => {
    const answer = await fetch(`${preview.url}decide`, {
      method: 'POST',
      headers: { 'x-chongpai-token': token },
      body,
    });
    expect([answer.status, (await answer.json()).error.reason]).toEqual([
      422,
      expect.stringMatching(/^(?:Not valid JSON|Unexpected kind|The source)/),
    ]);
  });

  it('about characters are entries of one list, a line a form, and names are names', async () => {
    const decided = { kind: 'characters', character: '制' };
    await send('decide', { ...decided, as: '製', words: ['制造', '特制'] });
    await send('decide', { ...decided, as: '制', words: ['特制', '制度'] });
    await send('decide', { ...decided, as: '製', words: ['制造'] });
    expect(readFileSync(join(preview.issue, 'overrides.yaml'), 'utf8')).toMatch(
      /\ncharacters:\n {2}- \{ character: 制, as: 製, in: \[ 制造 \] \}\n {2}- \{ character: 制, as: 制, in: \[ 特制, 制度 \] \}\n$/,
    );
    await send('decide', { kind: 'name', edition: 'zh-Hant-TW', source: '金昌', output: '今昌' });
    expect(readFileSync(join(preview.issue, 'names.txt'), 'utf8')).toBe('zh-Hant-TW: 今昌 = 金昌\n');
    const { notebook } = await (await fetch(`${preview.url}notebook`)).json();
    expect(notebook.history.at(-1)).toMatchObject({
      by: expect.any(String),
      at: expect.stringMatching(/^20/),
    });
  });

  it('are taken back and carried out again by name, in any order', async () => {
    const entries = () => readFileSync(join(preview.issue, 'overrides.yaml'), 'utf8').match(/^ {2}- .*/gm);
    const before = entries();
    await send('decide', { kind: 'characters', character: '干', as: '幹', words: ['干部'] });
    await send('decide', { kind: 'characters', character: '干', as: '乾', words: ['干旱'] });
    const { notebook } = await (await fetch(`${preview.url}notebook`)).json();
    const [first] = notebook.history.slice(-2);
    await send('undo', { id: first.id });
    expect(entries()).toEqual([...before!, '  - { character: 干, as: 乾, in: [ 干旱 ] }']);
    await send('redo', {});
    expect(entries()).toHaveLength(before!.length + 2);
    await send('undo', {});
    await send('undo', {});
    expect(entries()).toEqual(before);
  });
});

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

  it('can be taken back from whatever was written meanwhile', () => {
    const entry: fc.Arbitrary<Entry> = fc.oneof(
      fc.record({
        list: fc.constantFrom('join' as const, 'break' as const),
        value: fc.stringMatching(/^[甲乙]{1,4}\|[丙丁]{1,4}$/),
      }),
      fc.record({
        list: fc.constant('role' as const),
        value: fc.record({ text: fc.stringMatching(/^[甲乙：# ]{0,5}丙$/), role: fc.constant('lead') }),
      }),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), entry, entry, (before, mine, theirs) => {
        const path = 'overrides.yaml';
        const start = changeOverrides('', { add: before, remove: [] }, path).text;
        const made = changeOverrides(start, { add: [mine], remove: [] }, path);
        const other = changeOverrides(made.text, { add: [theirs], remove: [] }, path);
        const undone = changeOverrides(other.text, { add: made.remove, remove: made.add }, path);
        expect(undone.text).toBe(changeOverrides(start, { add: other.add, remove: [] }, path).text);
      }),
    );
  });

  it('leave every other line of an overrides file as it is, in whatever form it is written', () => {
    const text = [
      '# mine',
      'keep:   [ 2 + 4,   "甲" ]   # remark',
      'role:',
      '    - {text: 本报地址,    role: furniture}',
      '    # about the next',
      '    -   text: 某某',
      '        role: lead',
      'join:',
      '- 起好步？|人民期待',
      '# tail',
      '',
    ];
    for (const newline of ['\n', '\r\n']) {
      const before = text.join(newline);
      const change = (add: Entry[], remove: Entry[], of = before) =>
        changeOverrides(of, { add, remove }, 'o.yaml').text;
      const entries: [Entry, line: number, words: string][] = [
        [{ list: 'keep', value: '乙, 丙' }, 1, 'keep:   [ 2 + 4,   "甲", "乙, 丙" ]   # remark'],
        [{ list: 'role', value: { text: '新', role: 'lead' } }, 7, '    - { text: 新, role: lead }'],
        [{ list: 'join', value: '甲|乙' }, 9, '- 甲|乙'],
      ];
      for (const [entry, line, words] of entries) {
        const after = change([entry], []);
        expect(after).toBe(text.toSpliced(line, line === 1 ? 1 : 0, words).join(newline));
        expect(change([], [entry], after)).toBe(before);
      }
      const lead: Entry = { list: 'role', value: { text: '某某', role: 'lead' } };
      expect(change([], [lead])).toBe(text.toSpliced(5, 2).join(newline));
    }
    // A flow at the root, or an empty list, is written in our form; a remark outlives the last entry.
    const added = (of: string) =>
      changeOverrides(of, { add: [{ list: 'keep', value: '乙' }], remove: [] }, 'o').text;
    expect(added('{keep: [甲]}\n')).toBe('{keep: [甲, 乙]}\n');
    expect(added('keep: []\n')).toBe('keep:\n  - 乙\n');
    const last = changeOverrides(
      '# mine\nkeep:\n  - 乙\n',
      { add: [], remove: [{ list: 'keep', value: '乙' }] },
      'o',
    );
    expect(last.text).toBe('# mine\n');
  });

  it('leave a names file as it is but for their line', () => {
    const made = changeNames('# 人名\n鍾南山\n', { add: ['范圍 = 范围'], remove: [] });
    expect(made.text).toBe('# 人名\n鍾南山\n范圍 = 范围\n');
    expect(changeNames(made.text, { add: [], remove: made.add }).text).toBe('# 人名\n鍾南山\n');
    const dos = changeNames('# 人名\r\n\r\n鍾南山', { add: ['范圍 = 范围'], remove: [] });
    expect(dos.text).toBe('# 人名\r\n\r\n鍾南山\r\n范圍 = 范围\r\n');
  });
});
