/** A static TrueType font on disk, whole or in slices, of which only the directory has been read. */
export interface FontFile {
  /** Hash of what tells this version of the font from others: the same on all machines. */
  identity: string;
  /** The code points that have a glyph; of a font in slices only those of the slices that may hold `wanted`. */
  coverage: (wanted: readonly number[]) => Promise<Coverage>;
  /** Whether it sets one accent upon another (feature mkmk): such a font sets them at letters, too. */
  stacksAccents: boolean;
  /** The font with these code points alone. */
  cut: (characters: readonly number[]) => Promise<Buffer>;
}

export type Coverage = Pick<ReadonlySet<number>, 'has'>;
