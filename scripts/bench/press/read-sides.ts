import type { FoundPage, Side } from '../../prepress/impose/fold.js';
import { numbered } from '../../prepress/impose/numbered-book.js';
import { visibleBox } from '../../prepress/read/read-page.js';
import { readPdf } from '../../prepress/read/read-pdf.js';

const pointsPerMm = 72 / 25.4;

/** Finds the pages of a numbered book on its printed sheets, by their content. */
export async function readSides(pdf: Uint8Array): Promise<Side[]> {
  const { pages } = await readPdf(pdf);
  return pages.map((page) => {
    const [left, bottom, right, top] = visibleBox(page.dict);
    const bars = page
      .content()
      .shapes.map(({ box }) => ({ left: box[0], bottom: box[1], right: box[2], height: box[3] - box[1] }));
    const heads = bars.filter(({ height }) => isAbout(height, numbered.headPt));
    const feet = bars.filter(({ height }) => isAbout(height, numbered.footPt));
    return {
      widthMm: (right - left) / pointsPerMm,
      heightMm: (top - bottom) / pointsPerMm,
      pages: heads.map((head) => found(head, feet)),
    };
  });
}

interface Bar {
  left: number;
  bottom: number;
  right: number;
  height: number;
}

/** A head belongs to the nearest foot on the same upright line. */
function found(head: Bar, feet: readonly Bar[]): FoundPage {
  const length = head.right - head.left;
  const ends = [
    { isUpright: true, at: head.left, foot: (bar: Bar) => bar.left, sign: -1 },
    { isUpright: false, at: head.right, foot: (bar: Bar) => bar.right, sign: 1 },
  ];
  const pairs = ends.flatMap(({ isUpright, at, foot, sign }) =>
    feet
      .filter((bar) => isAbout(foot(bar), at) && (bar.bottom - head.bottom) * sign > 0)
      .map((bar) => ({ isUpright, at, distance: Math.abs(bar.bottom - head.bottom) })),
  );
  const [nearest] = pairs.sort((one, other) => one.distance - other.distance);
  if (!nearest) throw new Error('A page has a head and no foot');
  return {
    page: Math.round(length / numbered.stepPt) - 1,
    isUpright: nearest.isUpright,
    xMm: nearest.at / pointsPerMm,
    yMm: head.bottom / pointsPerMm,
  };
}

const isAbout = (one: number, other: number) => Math.abs(one - other) < 0.02;
