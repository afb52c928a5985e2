import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenPreview, openSample } from './open.js';

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

/** Sends a request with any headers, like an attacker. */
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
    expect((await ask('/file', { headers: fetched })).status).toBe(403);
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
      expect(JSON.parse(text).error.reason).toMatch(/^Unexpected (issue|theme|edition|link)/);
      expect((await ask(`/file?${query}`)).status).toBe(422);
    },
  );

  it('refuses an issue with a link that leads out of the publication', async () => {
    const link = join(preview.issue, 'names.txt');
    symlinkSync('/etc/hostname', link);
    try {
      expect((await ask('/compare')).text).toMatch(/Unexpected link .*names\.txt/);
      expect((await ask('/proof')).status).toBe(422);
    } finally {
      rmSync(link);
    }
    symlinkSync(join(preview.root, 'manuscript', 'publication.yaml'), join(preview.issue, 'inside.yaml'));
    expect((await ask('/proof')).status).toBe(200);
    rmSync(join(preview.issue, 'inside.yaml'));
  });

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
    expect((await start('a.txt', '')).error).toMatchObject({
      file: 'a.txt',
      reason: expect.stringContaining('empty'),
    });
    expect((await start('jinchang-2025-02-26.txt', '本报讯')).error.reason).toMatch(/already/);
    expect((await start('../../..//x y.txt', '本报讯　今日晴。')).issue).toBe('x-y');
  });

  it('sets the HTML of a manuscript as the text that it is', async () => {
    const before = readFileSync(join(preview.issue, '03.md'), 'utf8');
    preview.save(
      '03.md',
      `${before}\n<script>alert(1)</script>\n\n<video src=x onerror=alert(1)>\n\n<b onclick=alert(1)>重</b><p onload=alert(1)>段</p>\n`,
    );
    await expect.poll(async () => (await ask('/book?edition=zh-Hans')).text).toMatch(/&(?:lt|#x3C);script/);
    // Messages name the tags; the pages do not have them.
    const { book } = JSON.parse((await ask('/book?edition=zh-Hans')).text);
    expect(JSON.stringify(book)).not.toMatch(/<script|<video|onclick=|onload=/);
    preview.save('03.md', before);
  });
});
