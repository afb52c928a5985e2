/**
 * OpenType features that are kept. halt vhal: half-width marks, by which Chromium squeezes them; chws vchw: squeezing
 * by the font itself; vert vrt2: upright forms of marks; locl: forms of a region; ccmp mark mkmk: accents of pinyin,
 * the joined dash; kern … sups: options of style sheets for Latin text and figures; the rest: the forms of other
 * scripts (OpenType §Developing fonts for Arabic, Devanagari …).
 */
const keepFeatures = [
  ...['halt', 'vhal', 'chws', 'vchw', 'vert', 'vrt2', 'locl', 'ccmp', 'mark', 'mkmk', 'kern', 'vkrn', 'liga'],
  ...['calt', 'palt', 'vpal', 'fwid', 'pwid', 'lnum', 'onum', 'pnum', 'tnum', 'smcp', 'c2sc', 'sups'],
  ...['isol', 'init', 'medi', 'fina', 'rlig', 'rclt', 'curs', 'mset', 'stch'],
  ...['nukt', 'akhn', 'rphf', 'rkrf', 'blwf', 'half', 'vatu', 'cjct', 'pres', 'abvs', 'blws', 'psts', 'haln'],
  ...['abvm', 'blwm', 'dist'],
];

/** A font cut down to these code points, as TrueType: `font` may be packed as web font. */
export async function cutFont(font: Buffer, characters: readonly number[]): Promise<Buffer> {
  // Loaded on demand: its WebAssembly takes .05 s, and most books find their fonts cut.
  const { default: subsetFont } = await import('subset-font');
  return subsetFont(font, characters.map((character) => String.fromCodePoint(character)).join(''), {
    targetFormat: 'truetype',
    // The browser runs without hinting, so that screen and print measure the same.
    noHinting: true,
    keepFeatures,
  });
}
