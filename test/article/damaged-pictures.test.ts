import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../scripts/article/markdown.js';
import { jpegDamage } from '../../scripts/article/pictures/jpeg-damage.js';
import { judgePicture } from '../../scripts/article/pictures/judge-picture.js';
import { textOf } from '../../scripts/article/words/say.js';
import { refuseDamaged } from '../../scripts/outputs/refuse-damaged.js';
import { png } from '../trust/publication.js';
import { asUrl, damaged, heldOtherwise, inFourInks, photograph } from './photographs.js';

describe('a photograph that is damaged inside', () => {
  it('is told from a whole one, in colours, turned, in four inks', async () => {
    expect(await jpegDamage(photograph)).toBeUndefined();
    expect(await jpegDamage(heldOtherwise(6))).toBeUndefined();
    expect(await jpegDamage(inFourInks)).toBeUndefined();
    expect(await jpegDamage(damaged(photograph))).toMatch(/^Corrupt JPEG data/);
    const short = Buffer.concat([photograph.subarray(0, 600), photograph.subarray(750)]);
    expect(await jpegDamage(short)).toMatch(/^Corrupt JPEG data/);
    // Cameras write some bytes after the picture.
    expect(await jpegDamage(Buffer.concat([photograph, Buffer.alloc(100)]))).toBeUndefined();
    expect(await jpegDamage(photograph)).toBeUndefined();
  });

  it('ends the edition, by file, line and name', async () => {
    const article = parseArticle(
      '01',
      '01.md',
      `# 会场\n\n好图。\n\n![好](${asUrl(photograph)})\n\n![坏](${asUrl(damaged(photograph))})\n`,
    );
    await expect(refuseDamaged([article])).rejects.toMatchObject({
      message: expect.stringMatching(/坏.*damaged inside/),
      place: expect.objectContaining({ start: expect.objectContaining({ line: 7 }) }),
    });
  });
});

it('a PNG whose bytes are not those that were written is told by its name', () => {
  const whole = Buffer.from(png(40, 30, 7));
  const faultOf = (bytes: Buffer) => {
    const judged = judgePicture(bytes, '会场.png');
    return 'fault' in judged ? textOf(judged.fault) : undefined;
  };
  expect(faultOf(whole)).toBeUndefined();
  const broken = Buffer.from(whole);
  broken[45]! ^= 0x11;
  expect(faultOf(broken)).toContain('"会场.png" is damaged inside');
  expect(faultOf(whole.subarray(0, whole.length - 30))).toContain('truncated');
});
