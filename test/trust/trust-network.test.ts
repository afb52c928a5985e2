import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { closedTab, loadDocument } from '../../scripts/chromium/closed-tab.js';
import { lookAt } from '../../scripts/commands/look.js';
import { newWorkshop } from '../../scripts/commands/preview/workshop.js';
import { newLayout } from '../../scripts/preview/layout/lay-out.js';
import { sheetRequests } from '../../scripts/sheet-requests.js';
import { newFolder } from '../cli/run.js';
import { build } from './publication.js';

/** Requests to a server that a stranger's files try to reach. */
const seen: string[] = [];
const server = createServer((request, response) => {
  seen.push(request.url ?? '');
  response.setHeader('access-control-allow-origin', '*');
  response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
});
const pool = newBrowserPool();
let at = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  seen.length = 0;
});
afterAll(async () => {
  await pool.close();
  await new Promise((resolve) => server.close(resolve));
});

/** Ways out of a style element, and ways of requesting something from inside. */
const escapes: Record<string, () => string> = {
  script: () =>
    `</style><script>window.open('${at}/open');setTimeout(()=>location='${at}/nav',0)</script><style>`,
  'script in capitals': () => `</STYLE ><script>fetch('${at}/fetch',{mode:'no-cors'})</script><style>`,
  'script with a name': () => `</style/x><script src=${at}/s.js></script><style>`,
  'meta refresh': () => `</style><meta http-equiv="refresh" content="0;url=${at}/meta"><style>`,
  form: () => `</style><form id=f action=${at}/form></form><script>document.forms.f.submit()</script><style>`,
  base: () => `</style><base href="${at}/"><img src=x><style>`,
  frame: () => `</style><iframe src="${at}/frame"></iframe><object data="${at}/object"></object><style>`,
  srcdoc: () => `</style><iframe srcdoc="<script>location='${at}/srcdoc'</script>"></iframe><style>`,
  'picture of an error': () => `</style><img src=x onerror="location='${at}/error'"><style>`,
  'link element': () =>
    `</style><link rel=preconnect href=${at}><link rel=stylesheet href=${at}/l.css><link rel=prefetch href=${at}/p><style>`,
  svg: () =>
    `</style><svg onload="location='${at}/svg'"><image href="${at}/i.svg"/><use href="${at}/u.svg#a"/></svg><style>`,
  import: () => `@import url(${at}/import.css); @import "${at}/import2.css";`,
  url: () =>
    `body { background: url(${at}/bg); cursor: url('${at}/cur'), auto; list-style: url(${at}/list); } p::after { content: url("${at}/c"); } p { mask: url(${at}/m.svg#m); filter: url(${at}/f.svg#f); shape-outside: url(${at}/shape); border-image: image-set("${at}/set" 1x) 1; }`,
  font: () => `@font-face { font-family: x; src: url(${at}/f.woff2); } p { font-family: x !important; }`,
  property: () => `:root { --a: url(${at}/var); } p { background: var(--a); }`,
  page: () => `@page { @bottom-left { content: url(${at}/page); } background: url(${at}/pagebg); }`,
  'a data address': () =>
    `p { background: url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='${at}/inner'/><script>fetch('${at}/x')</script></svg>"); }`,
};

describe('a style sheet of a stranger', () => {
  const folder = newFolder({
    'manuscript/publication.yaml': 'title: 试报\ntrim: A6\neditions: [zh-Hans]\nparts: [cover]\n',
    'manuscript/book/01.md': '# 标题\n\n正文，一段文字。\n',
  });
  afterAll(folder.remove);

  it.each(Object.keys(escapes))('reaches no server by %s: build, preview', async (name) => {
    folder.write('styles/custom.css', escapes[name]!());
    const { lines } = await build(folder.root);
    expect(lines.join('\n')).toMatch(/preflight|error/);
    const workshop = newWorkshop(folder.root, 'book', { pool });
    // Some sheets are refused with their line; the others are laid out.
    const made = await workshop.book({ issue: 'book', edition: 'zh-Hans' }).catch(() => undefined);
    if (made)
      await newLayout(pool)
        .show(made.book)
        .catch(() => undefined);
    expect(seen).toEqual([]);
  });

  it('reaches none by all of them at once: look', async () => {
    folder.write(
      'styles/custom.css',
      Object.values(escapes)
        .map((one) => one())
        .join('\n'),
    );
    const terminal = {
      cwd: folder.root,
      result: () => undefined,
      line: () => undefined,
      progress: () => undefined,
      input: async () => new Uint8Array(),
    };
    await lookAt([], { theme: ['literary'] }, terminal).catch(() => undefined);
    expect(seen).toEqual([]);
  });
});

describe('a closed tab', () => {
  const document = (body: string) => `<!doctype html><html><head></head><body>${body}</body></html>`;

  it.each(Object.keys(escapes))('reaches no server by HTML either: %s', async (name) => {
    await pool.use(async ({ browser }) => {
      const tab = await closedTab(browser);
      await loadDocument(tab, document(`<style>${escapes[name]!()}</style><p>文</p>`)).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 150));
      await tab.close();
    });
    expect(seen).toEqual([]);
  });

  it('does not go where code of a page sends it', async () => {
    await pool.use(async ({ browser }) => {
      const tab = await closedTab(browser);
      await loadDocument(tab, document('<p>文</p>'));
      await tab
        .evaluate((to) => {
          open(`${to}/open`);
          const picture = new Image();
          picture.src = `${to}/picture`;
          navigator.sendBeacon(`${to}/beacon`);
          new WebSocket(to.replace('http', 'ws'));
          void fetch(`${to}/fetch`, { mode: 'no-cors' }).catch(() => undefined);
          location.href = `${to}/go`;
        }, at)
        .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tab.close();
    });
    expect(seen).toEqual([]);
  });
});

describe('sheetRequests', () => {
  it.each([
    ['p { color: red; }\np { background: url(http://a.example/b.png); }', ['2:17 "http://a.example/b.png"']],
    ['/* url(x) */ @import "a.css";\n@import url("b.css") print;', ['1:14 "a.css"', '2:1 "b.css"']],
    ["a::before { content: 'url(http://x)'; }", []],
    ['a { mask: url(#m); background: url("data:image/png;base64,AA") }', []],
    ['a { background: image-set("x.png" 1x); }', ['1:17 "x.png"']],
    ['/* never ended url(x)', []],
  ])('%s: %j', (css, expected) => {
    const told = sheetRequests(css, 'custom.css').map(
      ({ line, column, reason }) => `${line}:${column} ${/"[^"]*"/.exec(reason)?.[0]}`,
    );
    expect(told).toEqual(expected);
  });
});
