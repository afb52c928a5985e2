import { byteLimits } from '../limits.js';
import { tooLarge } from './read-file.js';

/**
 * All bytes of a stream of text, standard input.
 *
 * @throws a problem as soon as it has more than a text may have: a stream may have no end.
 */
export async function readStreamWithin(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  limit = byteLimits.text,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw tooLarge(name, size, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
