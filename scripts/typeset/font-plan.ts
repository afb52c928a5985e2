import type { FontFace } from '../article/edition.js';
import type { Coverage, FontFile } from './font-file.js';
import type { FontText } from './font-text.js';

/** A face of an edition with its file. */
export type OpenFace = FontFace & FontFile;

/** A font file with the characters that it has to carry. */
export interface FontCut {
  /** The family, weight and style that it is declared as. */
  face: FontFace;
  /** The font with the outlines: that of the face, or of another that helps out. */
  font: FontFile;
  /** Code points that are in the subset. */
  characters: number[];
  /** Code points for which the browser takes this font; undefined for a face that takes whatever it has. */
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
 * every character that is not `missing`. All but its regular weight carry the characters of `display` only.
 */
export async function planFonts(
  faces: readonly OpenFace[],
  text: FontText,
  display: FontText = text,
): Promise<FontPlan> {
  const groups = [...new Set(faces.map(styleKey))].map((key) =>
    faces.filter((face) => styleKey(face) === key),
  );
  const cuts: FontCut[] = [];
  let missing = text.visible;
  for (const group of groups) {
    const { family } = group[0]!;
    const relatives = faces.filter((face) => face.family === family && !group.includes(face));
    const others = family === faces[0]?.family ? faces.filter((face) => face.family !== family) : [];
    const needed = group === groups[0] ? text : display;
    const planned = await planGroup(group[0]!, [...group, ...relatives, ...others], needed);
    cuts.push(...planned.cuts);
    if (group === groups[0]) missing = planned.wanted;
  }
  return { cuts, missing: missing.map((character) => String.fromCodePoint(character)) };
}

const styleKey = ({ family, weight, style }: FontFace) => `${family} ${weight} ${style ?? ''}`;

/** The fonts that together make `face`: its own, then those that help out, in order; and what none of them has. */
async function planGroup(
  face: OpenFace,
  sources: OpenFace[],
  text: FontText,
): Promise<{ cuts: FontCut[]; wanted: number[] }> {
  const cuts: FontCut[] = [];
  let wanted = text.visible;
  for (const source of sources) {
    const asked = source.only === 'Han' ? wanted.filter(isHan) : wanted;
    if (asked.length === 0) continue;
    const coverage = await source.coverage(asked);
    const range = asked.filter((character) => partsIn(character, coverage));
    if (range.length === 0) continue;
    const found = new Set(range);
    wanted = wanted.filter((character) => !found.has(character));
    const parts = range.flatMap((character) => partsIn(character, coverage)!);
    const characters = [...new Set([...parts, ...(source.only ? [] : text.silent)])];
    characters.sort((a, b) => a - b);
    // Declared as the style that it stands in for: the browser would slant or fatten it otherwise.
    cuts.push({ face, font: source, characters, range: source === face && !source.only ? undefined : range });
  }
  return { cuts, wanted };
}

const isHan = (character: number) => /\p{Script=Han}/u.test(String.fromCodePoint(character));

/** The character, or what it is composed of, if the face has that; HarfBuzz takes it apart in the same way. */
function partsIn(character: number, coverage: Coverage): number[] | undefined {
  if (coverage.has(character)) return [character];
  const parts = [...String.fromCodePoint(character).normalize('NFD')].map((part) => part.codePointAt(0)!);
  return parts.every((part) => coverage.has(part)) ? parts : undefined;
}
