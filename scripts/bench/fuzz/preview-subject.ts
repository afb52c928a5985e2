import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from '../../article/ledger-file.js';
import { readOverrides } from '../../article/overrides-file.js';
import { newBrowserPool } from '../../chromium/browser-pool.js';
import { newWorkshop } from '../../commands/preview/workshop.js';
import { tokenHeader } from '../../preview/server/guard.js';
import { openPreview } from '../../preview/server/server.js';
import type { Subject } from './subject.js';

const source = '今日天气\n晴好，市民\n纷纷出游，公园里游人\n如织。\n';
const manuscript = {
  'publication.yaml': 'title: 报\neditions: [zh-Hans, zh-Hant-TW]\n',
  'a/source.txt': source,
  'a/01.md': '# 题\n\n正文。\n',
};
const seen = fingerprint(source);

/** A running preview of a small publication, queried over HTTP. */
interface Served {
  root: string;
  ask: (method: string, path: string, body: string) => Promise<{ status: number; text: string }>;
  close: () => Promise<void>;
}

/** The preview's API: the first line of an input is method and path, the rest is the body. */
export function newPreviewSubject(): Subject {
  let served: Promise<Served> | undefined;
  return {
    id: 'preview',
    units: [
      'POST /decide\n',
      'POST /undo\n',
      'POST /start?name=',
      'GET /proof?issue=',
      'GET /scan?name=',
      'GET /sheet?name=',
      'GET /type.woff2?slice=',
      'GET /shelf',
      '{"kind":"',
      'join',
      'role',
      'replace',
      'keep',
      'name',
      '"',
      ',',
      ':',
      '[',
      ']',
      '{',
      '}',
      '"ranges":[[0,4]]',
      '"at":7',
      '"wanted":"雨"',
      '"edition":"zh-Hant-TW"',
      `"seen":"${seen}"`,
      '"file":"overrides","add":[{"list":"keep","value":"今日"}],"remove":[]',
      '"file":"names","add":["甲"],"remove":[]',
      '..%2f',
      '-1',
      '1e9',
      'null',
      '甲',
    ],
    seed: `POST /decide\n{"kind":"replace","range":[0,4],"wanted":"雨","seen":"${seen}"}`,
    check: async (input) => {
      served ??= serve();
      await attack(await served, input);
    },
    close: async () => {
      await (await served)?.close();
      served = undefined;
    },
  };
}

/** Files that the desk keeps, and those of a restoration: it restores a source that was not restored yet. */
const ofMachine =
  /^(?:desk\.json|source\.ledger\.json|issue\.yaml|\d+(?:\.proposal)?\.ledger\.json|\d+\.proposal\.md)$/;

async function attack({ root, ask }: Served, input: string): Promise<void> {
  const [head = '', ...body] = input.split('\n');
  const [, method = 'GET', path = '/'] = /^([A-Z]{1,8}) (.*)$/su.exec(head) ?? [];
  const { status, text } = await ask(method, path, body.join('\n'));
  const folder = join(root, 'manuscript');
  // A problem has words in three languages; an error without them was not foreseen.
  if (status === 422 && JSON.parse(text).error.said === undefined) throw new Error(text);
  if (status >= 500) throw new Error(`status ${status}: ${text}`);
  for (const [name, content] of Object.entries(manuscript))
    if (readFileSync(join(folder, name), 'utf8') !== content) throw new Error(`${name} has changed`);
  const written = readdirSync(join(folder, 'a')).filter((name) => !(`a/${name}` in manuscript));
  for (const name of written) {
    const path = join(folder, 'a', name);
    if (name === 'overrides.yaml') readOverrides(readFileSync(path, 'utf8'), path);
    else if (name !== 'names.txt' && !ofMachine.test(name)) throw new Error(`${name} was written`);
    rmSync(path);
  }
  for (const name of readdirSync(folder).filter((one) => one !== 'a' && one !== 'publication.yaml'))
    rmSync(join(folder, name), { recursive: true });
  if (readdirSync(root).length !== 1) throw new Error('a file outside the manuscript was written');
}

async function serve(): Promise<Served> {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-fuzz-'));
  for (const [name, content] of Object.entries(manuscript)) {
    mkdirSync(join(root, 'manuscript', name, '..'), { recursive: true });
    writeFileSync(join(root, 'manuscript', name), content);
  }
  // It starts when pages are requested; nothing here requests any.
  const pool = newBrowserPool();
  const workshop = newWorkshop(root, 'a', { pool });
  const preview = await openPreview(workshop, { port: 0, pool, line: () => undefined });
  const shell = await (await fetch(preview.url)).text();
  const token = /name="token" content="([^"]+)"/.exec(shell)![1]!;
  return {
    root,
    ask: (method, path, body) => ask(preview.url, token, { method, path, body }),
    close: async () => {
      await preview.close();
      await pool.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Half of a surrogate pair, which no address can contain. */
const half = /[\ud800-\udfff]/u;

/** A request from the desk's own page, with whatever path and body. */
function ask(
  url: string,
  token: string,
  { method, path, body }: { method: string; path: string; body: string },
): Promise<{ status: number; text: string }> {
  const { hostname, port, host } = new URL(url);
  // Characters that no client can send are encoded like in a browser.
  const sent = path.replaceAll(/[^!-~]/gu, (sign) =>
    half.test(sign) ? '%EF%BF%BD' : encodeURIComponent(sign),
  );
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        hostname,
        port,
        method,
        path: sent || '/',
        headers: { host, [tokenHeader]: token, origin: `http://${host}` },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode!, text }));
        response.on('error', reject);
      },
    );
    asked.setTimeout(10_000, () => asked.destroy(new Error('no answer in 10 s')));
    asked.on('error', reject);
    asked.end(method === 'GET' || method === 'HEAD' ? undefined : body);
  });
}
