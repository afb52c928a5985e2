import { spawn } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../scripts/article/package-root.js';
import { borderAnchor, wordsAnchor } from '../scripts/preview/anchor.js';
import { changeNames } from '../scripts/preview/change-names.js';
import { changeOverrides } from '../scripts/preview/change-overrides.js';
import type { Entry } from '../scripts/preview/decision.js';
import { listen } from '../scripts/preview/listen.js';
import { type OpenPreview, openSample } from './preview/open.js';

let preview: OpenPreview;
let token: string;
let port: number;

beforeAll(async () => {
  preview = await openSample();
  port = Number(new URL(preview.url).port);
  token = /name="token" content="([^"]+)"/.exec(await (await fetch(preview.url)).text())![1]!;
});
afterAll(() => preview.close());

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** A request whose every header we choose, as an attacker may. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<{ status: number; text: string; headers: object }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode!, text, headers: response.headers }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const own = () => ({ host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` });
const decision = JSON.stringify({ kind: 'keep', ranges: [[1, 40]] });

describe('who may ask', () => {
  it.each(['evil.example', 'evil.example:PORT', '127.0.0.1.evil.example:PORT', '127.0.0.1', '0x7f.1:PORT'])(
    'refuses the host name %j, which somebody else can point at this machine',
    async (host) => {
      const { status, text } = await ask('/', { headers: { host: host.replace('PORT', String(port)) } });
      expect(status).toBe(421);
      expect(text).not.toContain(token);
    },
  );

  it('refuses other sites, also without an Origin header', async () => {
    const foreign = { host: `127.0.0.1:${port}`, origin: 'http://evil.example' };
    expect((await ask('/shelf', { headers: foreign })).status).toBe(403);
    const fetched = {
      host: `127.0.0.1:${port}`,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
    };
    expect((await ask('/pdf', { headers: fetched })).status).toBe(403);
  });

  it.each(['/decide', '/undo', '/start?name=a.txt'])(
    'refuses to write at %s without the token',
    async (path) => {
      const { origin, host } = own();
      expect((await ask(path, { method: 'POST', headers: { origin, host }, body: decision })).status).toBe(
        403,
      );
      const wrong = { ...own(), 'x-chongpai-token': `${token.slice(1)}x` };
      expect((await ask(path, { method: 'POST', headers: wrong, body: decision })).status).toBe(403);
      expect(existsSync(join(preview.issue, 'overrides.yaml'))).toBe(false);
    },
  );

  it('knows GET and POST alone', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect((await ask('/', { method, headers: own() })).status).toBe(405);
  });

  it('says a strict policy with every page', async () => {
    for (const path of ['/', '/paper', '/nothing']) {
      const { headers } = await ask(path);
      const policy = (headers as Record<string, string>)['content-security-policy']!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
      if (path !== '/paper') expect(policy).not.toContain('unsafe-inline');
    }
  });
});

describe('what may be reached', () => {
  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..\\package.json',
    '/desk.css/../../cli.ts',
    '//etc/passwd',
    '/manuscript/publication.yaml',
    '/sheet?name=../../../package.json',
    '/%00',
  ])('there is nothing at %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it.each(['issue=../..', 'issue=%2e%2e', 'issue=link', 'theme=../../outside', 'edition=../zh-Hans'])(
    'refuses %s, which would lead out of the publication',
    async (query) => {
      if (!existsSync(join(preview.root, 'manuscript', 'link')))
        symlinkSync('/tmp', join(preview.root, 'manuscript', 'link'));
      const { text } = await ask(`/book?${query}`);
      expect(JSON.parse(text).error.reason).toMatch(/^Unexpected (issue|theme|edition)/);
      expect((await ask(`/pdf?${query}`)).status).toBe(422);
    },
  );

  it('refuses more than it would read', async () => {
    const headers = { ...own(), 'x-chongpai-token': token };
    const body = Buffer.alloc(65 * 1024, 'a');
    expect((await ask('/decide', { method: 'POST', headers, body })).status).toBe(413);
    const said = { ...headers, 'content-length': String(2 ** 31) };
    const refused = await ask('/start?name=a.txt', { method: 'POST', headers: said, body: 'a' }).catch(
      () => ({ status: 413 }),
    );
    expect(refused.status).toBe(413);
  });

  it('starts no issue from a file that is no text, nor over another, nor outside of the publication', async () => {
    const headers = { ...own(), 'x-chongpai-token': token };
    const start = async (name: string, body: Buffer | string) =>
      JSON.parse(
        (await ask(`/start?name=${encodeURIComponent(name)}`, { method: 'POST', headers, body })).text,
      );
    expect((await start('a.txt', Buffer.from([0, 1, 2, 0, 255, 0]))).error.reason).toBeTruthy();
    expect((await start('jinchang-2025-02-26.txt', '本报讯')).error.reason).toMatch(/already/);
    expect((await start('../../..//x y.txt', '本报讯　今日晴。')).issue).toBe('x-y');
  });

  it('sets the HTML of a manuscript as the text that it is', async () => {
    const before = readFileSync(join(preview.issue, '03.md'), 'utf8');
    preview.save('03.md', `${before}\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n`);
    await expect
      .poll(async () => (await ask('/book?edition=zh-Hans')).text, { timeout: 10_000 })
      .toMatch(/&(?:lt|#x3C);script/);
    expect((await ask('/book?edition=zh-Hans')).text).not.toMatch(/<script|<img/);
    preview.save('03.md', before);
  });
});

describe('decisions', () => {
  it('of two tabs and an editor are all kept', async () => {
    const headers = { ...own(), 'x-chongpai-token': token };
    const { proof } = JSON.parse((await ask('/proof')).text);
    const path = join(preview.issue, 'overrides.yaml');
    const decide = async (ranges: number[][]) =>
      JSON.parse(
        (
          await ask('/decide', {
            method: 'POST',
            headers,
            body: JSON.stringify({ kind: 'keep', ranges, seen: proof.fingerprint }),
          })
        ).text,
      );
    const [first] = await Promise.all([decide([[91, 130]]), decide([[177, 230]])]);
    writeFileSync(path, `# by hand\n${readFileSync(path, 'utf8')}`);
    const undone = await ask('/undo', { method: 'POST', headers, body: JSON.stringify(first.done) });
    expect(JSON.parse(undone.text).done.remove).toEqual(first.done.add);
    expect(readFileSync(path, 'utf8')).toMatch(/^# by hand\n# 定稿[^\n]*\n\nkeep:\n {2}- 上午9时整，大会\n$/);
  });

  it('about another source than the present one are refused', async () => {
    const headers = { ...own(), 'x-chongpai-token': token };
    const body = JSON.stringify({ kind: 'keep', ranges: [[1, 40]], seen: 'sha256:other' });
    expect(JSON.parse((await ask('/decide', { method: 'POST', headers, body })).text).error.reason).toMatch(
      /has changed/,
    );
  });

  it('about names are lines of names.txt in the form of the edition', async () => {
    const headers = { ...own(), 'x-chongpai-token': token };
    const body = JSON.stringify({
      kind: 'name',
      edition: 'zh-Hant-TW',
      source: '范围',
      at: 0,
      reading: '范',
    });
    await ask('/decide', { method: 'POST', headers, body });
    expect(readFileSync(join(preview.issue, 'names.txt'), 'utf8')).toBe('zh-Hant-TW: 范圍 = 范围\n');
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

  it('leave a names file as it is but for their line', () => {
    const made = changeNames('# 人名\n鍾南山\n', { add: ['范圍 = 范围'], remove: [] });
    expect(made.text).toBe('# 人名\n鍾南山\n范圍 = 范围\n');
    expect(changeNames(made.text, { add: [], remove: made.add }).text).toBe('# 人名\n鍾南山\n');
  });
});

describe('ports', () => {
  it('takes the next one when the usual one is in use, and says so', async () => {
    const lines: string[] = [];
    const servers = [createServer(), createServer()];
    const ports = [];
    for (const server of servers)
      ports.push(await listen(server, { host: '127.0.0.1', line: (text) => lines.push(text) }));
    expect(ports[1]).not.toBe(ports[0]);
    expect(lines.at(-1)).toMatch(new RegExp(`in use, took ${ports[1]}$`));
    const asked = listen(createServer(), { host: '127.0.0.1', port: ports[0]!, line: () => undefined });
    await expect(asked).rejects.toThrow(`Port ${ports[0]} is in use`);
    for (const server of servers) server.close();
  });

  it('gives a clear message and code 1 for a port in use that was asked for, and leaves nothing behind on Ctrl-C', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const refused = await startCommand(['--port', String((taken.address() as AddressInfo).port)]);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(/error: Port \d+ is in use/);
    taken.close();
    const running = await startCommand(['--port', '0']);
    await expect.poll(running.output, { timeout: 20_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
    const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(running.output())!;
    await (await fetch(`${url}book`)).text();
    running.interrupt();
    expect(await running.ended).toBe(130);
    await expect(fetch(url)).rejects.toThrow();
  });
});

async function startCommand(args: string[]) {
  const child = spawn(process.execPath, [join(packageRoot, 'scripts', 'bin.mjs'), 'preview', ...args], {
    cwd: preview.root,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { ended, output: () => output, interrupt: () => child.kill('SIGINT') };
}
