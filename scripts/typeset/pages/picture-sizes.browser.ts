/**
 * Writes beside each picture how wide it stands on its page, in px, as `data-shown`. Until it is printed a page has no
 * size, and print scales pictures down to what can be seen.
 */
export function markSizes(page: Element): void {
  for (const picture of page.querySelectorAll('img')) {
    const { naturalWidth, naturalHeight } = picture;
    if (naturalWidth * naturalHeight === 0) continue;
    const { width, height } = picture.getBoundingClientRect();
    const [along, across] = [width / naturalWidth, height / naturalHeight];
    const isCropped = getComputedStyle(picture).objectFit === 'cover';
    const scale = isCropped ? Math.max(along, across) : Math.min(along, across);
    picture.setAttribute('data-shown', (scale * naturalWidth).toFixed(1));
    if (picture.closest('.spread')) picture.setAttribute('data-half', '');
  }
}

/** Waits for pictures: one that is not loaded has no height, and pages would be broken without it. */
export async function loadPictures(root: Element): Promise<void> {
  const pictures = [...root.querySelectorAll('img')];
  // A damaged one remains as its alternative text, whose place is known from the beginning.
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  for (const row of root.querySelectorAll('.side-by-side'))
    share([...row.querySelectorAll<HTMLImageElement>(':scope > img')].filter(isLoaded));
}

const isLoaded = ({ naturalWidth, naturalHeight }: HTMLImageElement) => naturalWidth * naturalHeight > 0;

/** Width, in em, from which a picture beside others can be seen; where a column has not so much for each, they wrap. */
const leastEm = 3;

/**
 * Gives pictures side by side their shares of the measure, by their shapes, so that they are equally high, and wrap
 * where one would become too narrow; none is set larger than its pixels, nor higher than the measure is wide. By its own
 * width each would have another share in print, which scales pictures down.
 */
function share(pictures: readonly HTMLImageElement[]): void {
  const shapes = pictures.map(({ naturalWidth, naturalHeight }) => naturalWidth / naturalHeight);
  const narrowest = Math.min(...shapes);
  for (const [index, { style, naturalWidth, naturalHeight }] of pictures.entries()) {
    const shape = shapes[index]!;
    style.flex = `${shape} 1 0`;
    style.aspectRatio = `${naturalWidth} / ${naturalHeight}`;
    style.maxInlineSize = `min(${naturalWidth}px, ${Math.min(1, shape) * 100}%)`;
    style.minInlineSize = `min(${naturalWidth}px, ${(leastEm * shape) / narrowest}em, 100%)`;
  }
}
