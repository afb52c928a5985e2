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
}
