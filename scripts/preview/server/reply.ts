import type { ServerResponse } from 'node:http';

/** Headers of every answer: nothing from outside, no guessing of types, no framing by others. */
const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** The desk itself: its script and its sheet, nothing else. */
const shellPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self' data:; connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
/** The paper: its content can do nothing; inline styles are the layout's own (padding to the grid). */
const paperPolicy =
  "default-src 'none'; script-src 'none'; style-src 'self' 'unsafe-inline'; font-src data:; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Caching of an answer: `never` by default; `ever` for files named by their content. */
type Keep = 'never' | 'ever';

interface Answer {
  status?: number;
  keep?: Keep;
  extra?: Record<string, string>;
}

function send(response: ServerResponse, type: string, body: string | Uint8Array, answer: Answer = {}): void {
  const { status = 200, keep = 'never', extra } = answer;
  response.writeHead(status, {
    ...headers,
    // The rest of a refused body must not be taken for the next request.
    ...(status >= 400 && { connection: 'close' }),
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': keep === 'ever' ? 'private, max-age=31536000, immutable' : 'no-store',
    ...extra,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** The preview's kinds of answers. */
export const reply = {
  text: (response: ServerResponse, status: number, text: string) =>
    send(response, 'text/plain; charset=utf-8', `${text}\n`, {
      status,
      extra: { 'content-security-policy': shellPolicy },
    }),
  json: (response: ServerResponse, value: unknown, status = 200) =>
    send(response, 'application/json', JSON.stringify(value), { status }),
  script: (response: ServerResponse, text: string) => send(response, 'text/javascript; charset=utf-8', text),
  css: (response: ServerResponse, text: string, keep: Keep = 'never') =>
    send(response, 'text/css; charset=utf-8', text, { keep }),
  shell: (response: ServerResponse, html: string) =>
    send(response, 'text/html; charset=utf-8', html, { extra: { 'content-security-policy': shellPolicy } }),
  paper: (response: ServerResponse, html: string) =>
    send(response, 'text/html; charset=utf-8', html, { extra: { 'content-security-policy': paperPolicy } }),
  /** A file to download, or to be seen in a tab. */
  file: (
    response: ServerResponse,
    { bytes, type, name, isShown }: { bytes: Uint8Array; type: string; name: string; isShown: boolean },
  ) =>
    send(response, type, bytes, {
      extra: {
        'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      },
    }),
  font: (response: ServerResponse, bytes: Uint8Array) =>
    send(response, 'font/woff2', bytes, { keep: 'ever' }),
  picture: (response: ServerResponse, bytes: Uint8Array, type: string) =>
    send(response, type, bytes, { extra: { 'content-security-policy': "default-src 'none'; sandbox" } }),
  /** Server-sent events; returns a function that sends one. */
  stream: (response: ServerResponse) => {
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 500\n\n');
    return (event: string, data: unknown) =>
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  },
};
