import type { PrintedPage } from '../../intake/printed-page.js';
import type { Random } from '../random.js';
import type { FoundLine, FoundPage } from './result-form.js';

/** The lines, rules and pictures of a PDF's pages in the form of recognition results. */
export function foundPages(pages: readonly PrintedPage[]): FoundPage[] {
  return pages.map(({ width, height, lines, rules, pictures = [] }) => ({
    width,
    height,
    lines: lines.map(({ text, box, size, weight = 400 }) => ({ text, box, size, isBold: weight > 550 })),
    rules,
    pictures,
  }));
}

export interface Damage {
  /** Maximum error of each edge of a box, in pixels at 300 dpi. */
  noise: number;
  /** Skew of the page in degrees. */
  skew: number;
  /** Share of lines that were found as two. */
  split: number;
}

/** A page like from recognition: inexact boxes, a skewed page, lines in pieces, in any order; no rules or pictures. */
export function damaged({ width, height, lines }: FoundPage, damage: Damage, random: Random): FoundPage {
  const off = () => ((random.next() * 2 - 1) * damage.noise * 72) / 300;
  const angle = (damage.skew * Math.PI) / 180;
  const found = lines.flatMap((line) => (random.chance(damage.split) ? halves(line, random) : [line]));
  return {
    width,
    height,
    lines: found
      .map((line) => {
        const { box } = line;
        const x = (box.left + box.right) / 2 - width / 2;
        const y = (box.top + box.bottom) / 2 - height / 2;
        const [dx, dy] = [-y * Math.sin(angle), x * Math.sin(angle)];
        return {
          ...line,
          box: {
            left: box.left + dx + off(),
            right: box.right + dx + off(),
            top: box.top + dy + off(),
            bottom: box.bottom + dy + off(),
          },
        };
      })
      .map((line) => ({ line, place: random.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ line }) => line),
  };
}

function halves(line: FoundLine, random: Random): FoundLine[] {
  const chars = [...line.text];
  const { left, top, right, bottom } = line.box;
  const isVertical = bottom - top > right - left;
  if (chars.length < 4) return [line];
  const at = random.integer(2, chars.length - 2);
  const share = at / chars.length;
  const cut = isVertical ? top + share * (bottom - top) : left + share * (right - left);
  const parts = [chars.slice(0, at).join(''), chars.slice(at).join('')];
  return parts.map((text, index) => ({
    ...line,
    text,
    box: isVertical
      ? { left, right, top: index === 0 ? top : cut, bottom: index === 0 ? cut : bottom }
      : { top, bottom, left: index === 0 ? left : cut, right: index === 0 ? cut : right },
  }));
}
