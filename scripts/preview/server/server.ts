import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Said } from '../../article/words/say.js';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import { newLayout } from '../layout/lay-out.js';
import { showHead } from '../layout/show-head.js';
import { troubleOf } from '../layout/trouble.js';
import type { Workshop } from '../layout/workshop.js';
import { watchChanges } from './changes.js';
import type { Desk } from './desk.js';
import { type Gate, refusal } from './guard.js';
import { listen } from './listen.js';
import { newOnceARevision } from './once-a-revision.js';
import { newProgress } from './progress.js';
import { proofRoutes } from './proof-routes.js';
import { reply } from './reply.js';
import { routes as pageRoutes } from './routes.js';

export interface PreviewOptions {
  /** Exactly this port; else the first free one. */
  port?: number | undefined;
  /** The address to listen on; loopback by default. */
  host?: string | undefined;
  pool: BrowserPool;
  /** One line for the person at the terminal. */
  line: (said: Said) => void;
}

/** A running preview. */
export interface Preview {
  url: string;
  /** Makes the first pages of a long book before they are requested, while a person opens the address. */
  begin(): void;
  close(): Promise<void>;
}

/** 看样: serves a publication's books as pages that follow every change. */
export async function openPreview(workshop: Workshop, options: PreviewOptions): Promise<Preview> {
  const { host = '127.0.0.1', line, pool, port } = options;
  const gate: Gate = { host, port: 0, token: randomBytes(24).toString('base64url') };
  const changes = await watchChanges(workshop.watched);
  const once = newOnceARevision(changes);
  const shelf = lastGood(() => workshop.shelf());
  const progress = newProgress();
  const layout = newLayout(pool, progress.tell);
  const shown = { states: new Map(), heads: new Map() };
  const started = randomBytes(6).toString('hex');
  const desk: Desk = { workshop, changes, gate, started, layout, progress, once, shelf, ...shown };
  const server = createServer((request, response) => {
    answer(request, response, desk).catch(() => response.destroy());
  });
  try {
    gate.port = await listen(server, { host, port, line });
  } catch (error) {
    await changes.close();
    throw error;
  }
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${gate.port}/`,
    begin: () => {
      const [edition] = shelf().editions;
      if (edition && workshop.issue) void showHead(desk, { issue: workshop.issue, edition: edition.id });
    },
    close: async () => {
      await Promise.all([changes.close(), closeServer(server), desk.layout.settled()]);
    },
  };
}

function lastGood<T>(read: () => T): () => T {
  let last = read();
  return () => {
    try {
      last = read();
    } catch {
      // The book's state tells the fault.
    }
    return last;
  };
}

const routes = { ...pageRoutes, ...proofRoutes };

async function answer(request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> {
  const refused = refusal(request, desk.gate);
  if (refused) return reply.text(response, ...refused);
  // The path is only compared with the names of our routes: it cannot lead to a file.
  const base = 'http://preview';
  const path = request.url ?? '/';
  if (!URL.canParse(path, base)) return reply.text(response, 404, 'There is nothing here.');
  const url = new URL(path, base);
  const route = routes[`${request.method === 'HEAD' ? 'GET' : request.method} ${url.pathname}`];
  if (!route) return reply.text(response, 404, 'There is nothing here.');
  try {
    await route({ request, response, desk, query: url.searchParams });
  } catch (error) {
    if (response.headersSent) throw error;
    const trouble = troubleOf(error, desk.workshop.root);
    reply.json(response, { error: trouble }, trouble.rule === 'size' ? 413 : 422);
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
