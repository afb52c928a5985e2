/** Red, green and blue, as levels 0 … 255 where nothing else is said. */
export type Levels = readonly [number, number, number];

/** Contrast of two colours, each 0 … 1 (WCAG 2, relative luminance of sRGB): 1 … 21. */
export function contrastOf(one: Levels, other: Levels): number {
  const levelsOf = ([red, green, blue]: Levels): Levels => [255 * red, 255 * green, 255 * blue];
  return contrastOfLevels(levelsOf(one), levelsOf(other));
}

/** The same of levels. */
export function contrastOfLevels(one: Levels, other: Levels): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export const clampLevel = (level: number) => Math.min(255, Math.max(0, level));

/** Grey of a colour as eyes weigh it (Rec. 601). */
export const brightness = ([red, green, blue]: Levels) => 0.299 * red + 0.587 * green + 0.114 * blue;

/** Light of the levels 0 … 255. */
const lights = Float64Array.from({ length: 256 }, (_, level) =>
  level / 255 <= 0.04045 ? level / 255 / 12.92 : ((level / 255 + 0.055) / 1.055) ** 2.4,
);

function luminance([red, green, blue]: Levels): number {
  const light = (level: number) => lights[Math.round(clampLevel(level))]!;
  return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);
}
