/** A static TrueType font on disk, whole or in slices, of which only the directory has been read. */
export interface FontFile {
  /** Hash that identifies this version of the font: the same on all machines. */
  identity: string;
  /** The code points that have a glyph; of a font in slices only those of the slices that may contain `wanted`. */
  coverage: (wanted: readonly number[]) => Promise<Coverage>;
  /** True if it stacks accents (feature mkmk): such a font also places them on letters. */
  stacksAccents: boolean;
  /** The font with these code points only. */
  cut: (characters: readonly number[]) => Promise<Buffer>;
}

export type Coverage = Pick<ReadonlySet<number>, 'has'>;
