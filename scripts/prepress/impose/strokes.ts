/**
 * Figures drawn as lines: marks and a dummy then need no font, which would have to be embedded. Each is a path on a
 * field 4 wide and 7 high, like a seven-segment display.
 */
const segments: Readonly<Record<string, string>> = {
  top: '0 7 m 4 7 l',
  upperLeft: '0 3.5 m 0 7 l',
  upperRight: '4 3.5 m 4 7 l',
  middle: '0 3.5 m 4 3.5 l',
  lowerLeft: '0 0 m 0 3.5 l',
  lowerRight: '4 0 m 4 3.5 l',
  bottom: '0 0 m 4 0 l',
};

const strokes: Readonly<Record<string, readonly string[]>> = {
  0: ['top', 'upperLeft', 'upperRight', 'lowerLeft', 'lowerRight', 'bottom'],
  1: ['upperRight', 'lowerRight'],
  2: ['top', 'upperRight', 'middle', 'lowerLeft', 'bottom'],
  3: ['top', 'upperRight', 'middle', 'lowerRight', 'bottom'],
  4: ['upperLeft', 'upperRight', 'middle', 'lowerRight'],
  5: ['top', 'upperLeft', 'middle', 'lowerRight', 'bottom'],
  6: ['top', 'upperLeft', 'middle', 'lowerLeft', 'lowerRight', 'bottom'],
  7: ['top', 'upperRight', 'lowerRight'],
  8: ['top', 'upperLeft', 'upperRight', 'middle', 'lowerLeft', 'lowerRight', 'bottom'],
  9: ['top', 'upperLeft', 'upperRight', 'middle', 'lowerRight', 'bottom'],
  '-': ['middle'],
};

/** Width of a figure with the white after it, in units of its field. */
const advance = 6;

/**
 * Operators that draw a number. Lengths in points.
 *
 * @param x left edge; @param y base line; @param height of the figures.
 */
export function drawNumber(text: string, { x, y, height }: { x: number; y: number; height: number }): string {
  const scale = height / 7;
  const paths = [...text].map((character, index) => {
    const lines = (strokes[character] ?? []).map((name) => `${segments[name]} S`).join(' ');
    return `q ${n(scale)} 0 0 ${n(scale)} ${n(x + index * advance * scale)} ${n(y)} cm .8 w 1 J ${lines} Q`;
  });
  return paths.join('\n');
}

/** Width of a number at a height, in points. */
export const numberWidth = (text: string, height: number): number =>
  ([...text].length * advance - 2) * (height / 7);

/** A number for a content stream: thousandths of a point are enough. */
export const n = (value: number): string => String(Math.round(value * 1000) / 1000);
