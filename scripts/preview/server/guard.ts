import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** The preview's address, and the secret that its own pages know. */
export interface Gate {
  /** The requested host: 127.0.0.1, or another address after a warning. */
  host: string;
  port: number;
  token: string;
}

/** The header that carries the token of a write. */
export const tokenHeader = 'x-chongpai-token';

/**
 * Refusal of a request, as a status and a reason; undefined when it is allowed. Everything in a browser of this machine
 * can reach us, so: no host name that somebody else can point at us (DNS rebinding), no other site's requests, and no
 * write without the token, which only our own page can have read.
 */
export function refusal(request: IncomingMessage, gate: Gate): [status: number, reason: string] | undefined {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  if (!isOwnHost(host, gate)) return [421, 'This host name is not the preview’s.'];
  if (origin !== undefined && origin !== `http://${host}`) return [403, 'Another site asked.'];
  if (site === 'cross-site' && request.headers['sec-fetch-mode'] !== 'navigate')
    return [403, 'Another site asked.'];
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (request.method !== 'POST') return [405, 'Only GET and POST are known.'];
  return hasToken(request, gate.token) ? undefined : [403, 'The token is missing or old: reload the page.'];
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

function isOwnHost(header: string | undefined, { host, port }: Gate): boolean {
  const [, name = '', given] = /^(\[[\da-fA-F:]+\]|[^:]*)(?::(\d+))?$/.exec(header ?? '') ?? [];
  if (Number(given ?? 80) !== port) return false;
  if (loopback.includes(name.toLowerCase()) || name === host) return true;
  // Opened to the network on request: only by address, which no name server can forge.
  const isOpen = host === '0.0.0.0' || host === '::';
  return isOpen && isIP(name.replace(/^\[|\]$/g, '')) > 0;
}

function hasToken(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(String(request.headers[tokenHeader] ?? ''));
  const own = Buffer.from(token);
  return given.length === own.length && timingSafeEqual(given, own);
}
