import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import { languageOf } from '../../article/words/sentence.js';
import { browserCode } from '../../chromium/browser-code.js';
import { showBook } from '../layout/show-book.js';
import { showHead } from '../layout/show-head.js';
import { troubleOf } from '../layout/trouble.js';
import { deskType, deskTypeSlice } from '../layout/type.js';
import type { Wanted } from '../layout/workshop.js';
import { words as deskWords } from '../words/words.js';
import type { Call, Desk } from './desk.js';
import { reply } from './reply.js';
import { paperHtml, shellHtml, waitingHtml } from './shell.js';

/** Interval of heartbeats: some proxies and firewalls cut silent connections. */
const heartbeatMs = 20_000;

/** All routes of the preview, by method and path. */
export const routes: Record<string, (call: Call) => void | Promise<void>> = {
  'GET /': ({ response, desk }) => reply.shell(response, shellHtml(desk.gate.token)),
  'GET /desk.js': async ({ response, desk: { once } }) =>
    reply.script(response, (await once('desk.js', () => browserCode('preview/desk/desk'))).script),
  'GET /desk.css': ({ response }) => reply.css(response, deskSheets.map(ownSheet).join('\n')),
  'GET /paper.css': ({ response }) => reply.css(response, ownSheet('paper')),
  'GET /type.css': ({ response }) => reply.css(response, deskType()),
  'GET /type.woff2': ({ response, query }) => {
    const slice = deskTypeSlice(query.get('slice') ?? '');
    if (slice === undefined) reply.text(response, 404, 'There is no such slice.');
    else reply.font(response, slice);
  },
  'GET /paper': ({ response }) => reply.paper(response, paperHtml),
  'GET /forms': ({ response, desk }) => reply.json(response, desk.workshop.forms()),
  'GET /shelf': ({ response, desk }) => reply.json(response, { ...desk.shelf(), issue: desk.workshop.issue }),
  'GET /sheet': ({ response, desk, query }) => {
    const css = desk.layout.sheet(query.get('name') ?? '');
    if (css === undefined) reply.text(response, 404, 'There is no such sheet.');
    else reply.css(response, css, 'ever');
  },
  'GET /issues': ({ response, desk }) => reply.json(response, { issues: desk.workshop.issues() }),
  'GET /book': async ({ response, desk, query }) =>
    reply.json(response, await showBook(desk, wantedOf(query, desk))),
  'GET /head': async ({ response, desk, query }) =>
    reply.json(response, { book: (await showHead(desk, wantedOf(query, desk))) ?? null }),
  'GET /print': ({ response, query }) => {
    const lang = languageOf(query.get('language') ?? '');
    const words = deskWords.printing[['zh-Hans', 'zh-Hant', 'en'].indexOf(lang)]!;
    const address = `/file?${new URLSearchParams([...query, ['output', 'pdf'], ['show', 'yes']])}`;
    reply.shell(response, waitingHtml(address, { words, lang }));
  },
  'GET /file': async ({ response, desk, query }) => {
    const wanted = wantedOf(query, desk);
    const isShown = query.has('show');
    try {
      const { bytes, type, ending } = await desk.workshop.output(wanted, query.get('output') ?? 'pdf');
      const name = `${wanted.issue}.${wanted.edition}.${ending}`;
      reply.file(response, { bytes, type, name, isShown });
    } catch (error) {
      // In a tab of its own it is read by a person, not by the desk.
      if (!isShown) throw error;
      const { file, line, reason, note } = troubleOf(error, desk.workshop.root);
      const place = [file, line].filter((part) => part !== undefined).join(':');
      reply.text(response, 422, [place, reason, note].filter(Boolean).join('\n'));
    }
  },
  'GET /changes': ({ request, response, desk: { changes, progress, started } }) => {
    const send = reply.stream(response);
    const tell = (revision: number) => send('changed', { revision, started });
    tell(changes.revision());
    const unfollow = changes.follow(tell);
    const unwatch = progress.follow((done) => send('progress', done));
    const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs);
    request.on('close', () => {
      unfollow();
      unwatch();
      clearInterval(heartbeat);
    });
  },
};

/** The desk's sheets in cascade order: the shared ones, then one for each view. */
const deskSheets = ['base', 'bars', 'pages', 'notices', 'proof', 'piece', 'marks', 'doubts', 'compare'];

function ownSheet(name: string): string {
  return readFileSync(join(packageRoot, 'scripts', 'preview', 'sheets', `${name}.css`), 'utf8');
}

function wantedOf(query: URLSearchParams, { workshop }: Desk): Wanted {
  const theme = query.get('theme');
  return {
    issue: query.get('issue') ?? workshop.issue,
    edition: query.get('edition')?.replaceAll(' ', '+') ?? 'zh-Hans',
    ...(theme && { theme }),
  };
}
