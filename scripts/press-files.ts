/** Endings of the files for the press: sheets, cover, a dummy to fold, a sheet to calibrate the printer with. */
export const pressEndings = ['press.pdf', 'cover.pdf', 'dummy.pdf', 'calibration.pdf'] as const;

export type PressEnding = (typeof pressEndings)[number];
