import { imageSize } from 'image-size';
import { pixelLimit } from '../limits.js';
import { problem } from '../problem.js';
import { say } from '../words/say.js';

/** Width and height of a picture in pixels, from its header; undefined where the bytes do not tell. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    return undefined; // of an unknown kind, or damaged: the browser shows what it can
  }
}

/**
 * Refuses pictures that would fill the memory: a few kilobytes may unpack to gigabytes.
 *
 * @throws a problem that names the file, for a picture of more pixels than the limit, or of none.
 */
export function refuseHugePicture(bytes: Uint8Array, path: string): void {
  const size = pictureSize(bytes);
  if (size && size.width * size.height === 0)
    throw problem(say('picture-without-size'), { path, ruleId: 'size', note: say('save-again') });
  if (size === undefined || size.width * size.height <= pixelLimit) return;
  throw problem(say('picture-too-many-pixels', size.width, size.height, pixelLimit / 1e6), {
    path,
    ruleId: 'size',
    note: say('smaller-picture'),
  });
}
