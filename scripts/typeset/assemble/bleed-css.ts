import type { Trim } from '../book/trim.js';

/**
 * 出血: rules that set the pages of a book on sheets that extend beyond their trim on all sides. Backgrounds of pages
 * extend to the edge; a sheet's own elements reach it by `inset: calc(-1 * var(--bleed))`. Lengths in mm.
 */
export function bleedCss({ widthMm, heightMm }: Trim, bleedMm: number): string {
  const mm = (value: number) => `${Math.round(value * 1000) / 1000}mm`;
  const [width, height] = [mm(widthMm + 2 * bleedMm), mm(heightMm + 2 * bleedMm)];
  const sides = ['', '-left', '-right'];
  const sizes = sides.flatMap((side) => [
    `--pagedjs-width${side}: ${width};`,
    `--pagedjs-height${side}: ${height};`,
    ...['top', 'right', 'bottom', 'left'].map((edge) => `--pagedjs-bleed${side}-${edge}: ${mm(bleedMm)};`),
  ]);
  return `@page { size: ${width} ${height}; margin: 0; }
:root { --bleed: ${mm(bleedMm)}; ${sizes.join(' ')} }
.pagedjs_sheet { overflow: visible; }`;
}
