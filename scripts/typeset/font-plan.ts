import type { FontFace } from '../article/edition.js';
import type { FontText } from './font-text.js';

/** A face of an edition with what its file has. */
export interface LoadedFace extends FontFace {
  path: string;
  /** The code points that it has glyphs for. */
  covered: ReadonlySet<number>;
}

/** A font file with the characters that it has to carry. */
export interface FontCut {
  /** The family, weight and style that it is declared as. */
  face: FontFace;
  /** The file with the outlines: that of the face, or of another that helps out. */
  path: string;
  /** Code points that are in the subset. */
  characters: number[];
  /** Code points for which the browser takes this face; undefined for the first face of a family and weight. */
  range: number[] | undefined;
}

export interface FontPlan {
  cuts: FontCut[];
  /** Characters that no face has. */
  missing: string[];
}

/**
 * Gives every character to the first face that has it, within each family, weight and style.
 *
 * A family lacks nothing in bold that it has in regular: what the faces of a weight lack comes from its other
 * weights, and for the first family of the list from any face. So a font list that ends in the first family finds
 * every character that is not `missing`.
 */
export function planFonts(faces: readonly LoadedFace[], text: FontText): FontPlan {
  const groups = [...new Set(faces.map(styleKey))].map((key) =>
    faces.filter((face) => styleKey(face) === key),
  );
  const cuts = groups.flatMap((group) => {
    const { family } = group[0]!;
    const relatives = faces.filter((face) => face.family === family && !group.includes(face));
    const others = family === faces[0]?.family ? faces.filter((face) => face.family !== family) : [];
    return cutGroup(group[0]!, [...group, ...relatives, ...others], text);
  });
  const missing = text.visible.filter(
    (character) => !faces.some(({ covered }) => partsIn(character, covered)),
  );
  return { cuts, missing: missing.map((character) => String.fromCodePoint(character)) };
}

const styleKey = ({ family, weight, style }: FontFace) => `${family} ${weight} ${style ?? ''}`;

/** The faces that together make `face`: itself, then those that help out, in order. */
function cutGroup(face: LoadedFace, sources: LoadedFace[], text: FontText): FontCut[] {
  const cuts: FontCut[] = [];
  let wanted = text.visible;
  for (const source of sources) {
    const { covered, path } = source;
    const range = wanted.filter((character) => partsIn(character, covered));
    if (range.length === 0) continue;
    wanted = wanted.filter((character) => !partsIn(character, covered));
    const parts = range.flatMap((character) => partsIn(character, covered)!);
    const characters = [...new Set([...parts, ...text.silent])];
    characters.sort((a, b) => a - b);
    // Declared as the style that it stands in for: the browser would slant or fatten it otherwise.
    cuts.push({ face, path, characters, range: source === face ? undefined : range });
  }
  return cuts;
}

/** The character, or what it is composed of, if the face has that; HarfBuzz takes it apart in the same way. */
function partsIn(character: number, covered: ReadonlySet<number>): number[] | undefined {
  if (covered.has(character)) return [character];
  const parts = [...String.fromCodePoint(character).normalize('NFD')].map((part) => part.codePointAt(0)!);
  return parts.every((part) => covered.has(part)) ? parts : undefined;
}
