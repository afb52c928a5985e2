import type { Proof } from '../layout/proof.js';
import type { Box } from './picture-view.browser.js';

/** A place on the picture of a page, in its own pixels. */
export interface PagePlace {
  page: number;
  box: Box;
  /** False where it is an estimate. */
  isKnown: boolean;
}

/** Lines of a column of a full newspaper page: by them the columns of a page without boxes are guessed. */
const linesInColumn = 70;

/** The place of a character of the source on the picture of its page. */
export function placeOnPage(
  { source, places, scans }: Proof,
  at: number,
  { naturalWidth: width, naturalHeight: height }: HTMLImageElement,
): PagePlace | undefined {
  if (scans.length === 0) return undefined;
  const line = places?.lines.findLast(({ start }) => start <= at) ?? places?.lines[0];
  const page = line && places?.pages[line.page];
  if (line && page) {
    const [across, down] = [width / page.width, height / page.height];
    const { left, top, right, bottom } = line.box;
    const box = { left: left * across, top: top * down, right: right * across, bottom: bottom * down };
    return { page: line.page, box, isKnown: true };
  }
  const lines = source.split('\n').filter((one) => one.trim() !== '').length;
  const above = source
    .slice(0, at)
    .split('\n')
    .filter((one) => one.trim() !== '').length;
  const share = Math.min(0.999, above / Math.max(1, lines)) * scans.length;
  const columns = Math.max(1, Math.round(lines / scans.length / linesInColumn));
  const along = (share % 1) * columns;
  const left = (Math.floor(along) / columns) * width;
  const top = (along % 1) * height;
  return {
    page: Math.floor(share),
    box: { left, top, right: left + width / columns, bottom: top + height / linesInColumn },
    isKnown: false,
  };
}
