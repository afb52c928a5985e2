import type { Source } from '../../article/source.js';

/** A source whose boxes are in pixels, in points like the truth: everything that is measured on its pages. */
export function inPoints({ layout, ...source }: Source, scale: number): Source {
  const { pages, lines } = layout!;
  return {
    ...source,
    layout: {
      pages: pages.map((page) => ({ ...page, width: page.width * scale, height: page.height * scale })),
      lines: lines.map((line) => {
        const { left, top, right, bottom } = line.box;
        const [start, end] = line.measure;
        return {
          ...line,
          size: line.size * scale,
          measure: [start * scale, end * scale],
          box: { left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale },
        };
      }),
    },
  };
}
