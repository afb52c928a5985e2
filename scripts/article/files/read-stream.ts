import { byteLimits } from '../limits.js';
import { tooLarge } from './read-file.js';

/**
 * All bytes of a stream of text, such as standard input.
 *
 * @throws a problem as soon as the stream exceeds the size limit of a text, because a stream may never end.
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
