const svg = 'http://www.w3.org/2000/svg';

/** Strokes on a field of 20 × 20. */
const paths = {
  outline: 'M4 5h1M8 5h9M4 10h1M8 10h9M4 15h1M8 15h9',
  search: 'M9 4a5 5 0 1 0 0 10a5 5 0 0 0 0-10M13 13l4 4',
  download: 'M10 3v10M6 9.5l4 4l4-4M4 17h12',
  menu: 'M4 6h12M4 10h12M4 14h12',
  facing:
    'M10 5v11M10 5c-2-1.4-4.500-1.400-7-.5v11c2.500-.9 5-.9 7 .5c2-1.400 4.500-1.400 7-.5v-11c-2.500-.9-5-.9-7 .5',
  single: 'M5.500 3h9v14h-9z',
  overview: 'M3.500 4h5v5h-5zM11.500 4h5v5h-5zM3.500 12h5v5h-5zM11.500 12h5v5h-5z',
  sheets: 'M2.500 5h15v10h-15zM10 5v10',
  plus: 'M10 5v10M5 10h10',
  minus: 'M5 10h10',
  previous: 'M12 5l-5 5l5 5',
  next: 'M8 5l5 5l-5 5',
  close: 'M5.500 5.500l9 9M14.500 5.500l-9 9',
  redo: 'M13 5l4 4l-4 4M16.500 9h-8.500a4 4 0 0 0 0 8h3',
  undo: 'M7 5l-4 4l4 4M3.500 9h8.500a4 4 0 0 1 0 8h-3',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing for a button; the button itself has the words. */
export function icon(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.setAttribute('class', 'icon');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', paths[name]);
  drawing.append(path);
  return drawing;
}
