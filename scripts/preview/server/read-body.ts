import type { IncomingMessage } from 'node:http';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';

/** A request's whole body; more than `limit` bytes are refused before they are read. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooMuch = () => problem(say('too-large-request', Math.floor(limit / 1024)), { ruleId: 'size' });
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooMuch();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) throw tooMuch();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
