import { continuationOf } from '../cuts/carry-out.browser.js';
import type { Flow } from './flow.browser.js';

/**
 * 跨页图: splits each figure over a spread in two, for a verso and the facing recto. Each part has the whole picture, of
 * which the style sheet shows a half. Both are fragments of one element, so that the file has one figure.
 */
export function partSpreads(root: HTMLElement): void {
  for (const first of root.querySelectorAll<HTMLElement>('.spread')) {
    const picture = first.querySelector('img');
    if (!picture) continue;
    const { naturalWidth, naturalHeight } = picture;
    const captions = [...first.children].filter((child) => child !== picture);
    const high = captions.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0);
    const gap = high > 0 ? Number.parseFloat(getComputedStyle(picture).marginBlockEnd) : 0;
    first.style.setProperty('--captions', `${high + gap}px`);
    if (naturalHeight > 0) first.style.setProperty('--ratio', `${naturalWidth / naturalHeight}`);
    const second = continuationOf(first);
    second.append(continuationOf(picture));
    first.after(second);
  }
}

/** Gives a plate so many px of its page, or all of it if undefined; the halves of a spread get the same height. */
export function setPlateSize(plate: HTMLElement, size: number | undefined): void {
  const isSpread = plate.matches('.spread');
  const second = isSpread ? (plate.nextElementSibling as HTMLElement | null) : null;
  for (const one of [plate, ...(second ? [second] : [])])
    if (size === undefined) one.style.removeProperty(isSpread ? '--room' : 'block-size');
    else one.style.setProperty(isSpread ? '--room' : 'block-size', `${size}px`);
}

/** True if the next page is that of a second half: nothing may come between the halves, not even notes. */
export function isSecondHalfNext({ content, columnOf }: Flow): boolean {
  const first = content.querySelector('.spread');
  const box = first?.matches('[data-split-from]') ? first.getClientRects()[0] : undefined;
  return box !== undefined && box.height > 0 && columnOf(box) === 0;
}
