/**
 * Widths that depend on the text, decided while it is whole: a piece of it on a separate page would find others.
 */
export function setWidths(root: HTMLElement): void {
  joinShort(root);
  fixVerses(root);
}

/** Columns of fewer lines are no columns. */
const leastLines = 2;

/** A story of a few lines runs over the whole width: columns of one line each would be read across. */
function joinShort(root: HTMLElement): void {
  const bodies = [...root.querySelectorAll<HTMLElement>('.story-body')];
  const first = bodies[0];
  if (!first || !(Number(getComputedStyle(first).columnCount) > 1)) return;
  const line = Number.parseFloat(getComputedStyle(first).lineHeight);
  const isVertical = getComputedStyle(root).writingMode.startsWith('vertical');
  const short = bodies.filter((body) => {
    const { width, height } = body.getBoundingClientRect();
    return (isVertical ? width : height) < (leastLines - 0.5) * line;
  });
  for (const body of short) body.style.columnCount = '1';
}

/** 诗: as wide as its longest line, on each of its pages. */
function fixVerses(root: HTMLElement): void {
  const verses = [...root.querySelectorAll<HTMLElement>('.verses, .verse')].filter(
    ({ parentElement }) => !parentElement?.closest('.verses'),
  );
  const isVertical = getComputedStyle(root).writingMode.startsWith('vertical');
  const sizes = verses.map((verse) => {
    const { width, height } = verse.getBoundingClientRect();
    return isVertical ? height : width;
  });
  // A box that is as wide as its text was rounded must hold it.
  for (const [index, { style }] of verses.entries()) style.inlineSize = `${sizes[index]! + roundingPx}px`;
}

const roundingPx = 0.05;
