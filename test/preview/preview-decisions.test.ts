import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
