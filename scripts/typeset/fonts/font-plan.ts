import type { FontFace } from '../../article/edition.js';
import type { Coverage, FontFile } from './font.js';
import type { FontText } from './font-text.js';

/** A face of an edition with its file. */
export type OpenFace = FontFace & FontFile;

/** A font file with the characters that it has to carry. */
export interface FontCut {
  /** The family, weight and style that it is declared as. */
  face: FontFace;
  /** The font with the outlines: that of the face, or of a substitute. */
  font: FontFile;
  /** Code points that are in the subset. */
  characters: number[];
  /** Code points for which the browser uses this font; undefined for all that it has. */
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
 * A family has in bold whatever it has in regular: characters that the faces of a weight lack come from its other
 * weights, and for the first family of the list from any face. So a font list that ends in the first family finds
 * every character that is not `missing`. All but its regular weight contain only the characters of `display`.
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
    others.sort((one, other) => Number(isLike(other, group[0]!)) - Number(isLike(one, group[0]!)));
    const needed = group === groups[0] ? text : display;
    const isFirst = family === faces[0]?.family;
    const planned = await planGroup(group[0]!, [...group, ...relatives, ...others], {
      text: needed,
      isFirst,
    });
    cuts.push(...planned.cuts);
    if (group === groups[0]) missing = planned.wanted;
  }
  return { cuts, missing: missing.map((character) => String.fromCodePoint(character)) };
}

/** As a substitute for bold, another family's bold precedes its regular. */
const isLike = (one: FontFace, other: FontFace) => one.weight === other.weight && one.style === other.style;

const styleKey = ({ family, weight, style }: FontFace) => `${family} ${weight} ${style ?? ''}`;

/**
 * The fonts that together make `face`, and the characters that none of them has. Of two rules the browser tries the
 * later one first: the face's own comes last.
 */
async function planGroup(
  face: OpenFace,
  sources: OpenFace[],
  { text, isFirst }: { text: FontText; isFirst: boolean },
): Promise<{ cuts: FontCut[]; wanted: number[] }> {
  const shares: Share[] = [];
  let wanted = text.visible;
  const share = (taken: Share) => {
    const found = new Set(taken.range);
    wanted = wanted.filter((character) => !found.has(character));
  };
  for (const source of sources) {
    const asked = wanted.filter(asksFor(source));
    if (asked.length === 0) continue;
    const coverage = await source.coverage(asked);
    const taken = { source, coverage, range: asked.filter((character) => coverage.has(character)) };
    shares.push(taken);
    share(taken);
  }
  // ź with its accent in the right place, from whichever font, before z and an accent of the text's font; and an accent
  // that no font can stack before none. Lists of other families end in the first, which knows all fonts.
  for (const taken of isFirst ? shares : []) {
    const composed = wanted.filter((character) => partsIn(character, taken.coverage));
    taken.range.push(...composed);
    share(taken);
  }
  const cuts = shares.filter(({ range }) => range.length > 0).map((taken) => toCut(face, taken, text));
  return { cuts: cuts.reverse(), wanted };
}

/** Contribution of a font to a group. */
interface Share {
  source: OpenFace;
  coverage: Coverage;
  /** Characters that no font before it has. */
  range: number[];
}

function toCut(face: OpenFace, { source, coverage, range }: Share, text: FontText): FontCut {
  // Joiners decide the forms of letters in other scripts; Chinese has none.
  const silent = source.only === 'Han' ? [] : text.silent;
  const parts = range.flatMap((character) => partsIn(character, coverage)!);
  const isHelping = source !== face || source.only !== undefined;
  const bases = isHelping ? basesOf(range, text).filter((character) => coverage.has(character)) : [];
  const characters = sortedSet([...parts, ...silent, ...bases]);
  // Declared as the style that it substitutes: the browser would otherwise slant or embolden it.
  return {
    face,
    font: source,
    characters,
    range: isHelping ? sortedSet([...range, ...characters]) : undefined,
  };
}

const sortedSet = (characters: readonly number[]) => [...new Set(characters)].sort((a, b) => a - b);

/**
 * Letters that may carry marks of other fonts: the browser takes a letter and its mark (u̯, 1⃣) from one font, or
 * leaves a box in place of the mark.
 */
function basesOf(range: readonly number[], { visible }: FontText): number[] {
  if (!range.some((character) => /\p{M}/u.test(String.fromCodePoint(character)))) return [];
  return visible.filter((character) =>
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d#*]/u.test(String.fromCodePoint(character)),
  );
}

/** Tells the characters that a font may supply: Chinese fonts have accents, but set them beside most letters. */
function asksFor({ only, stacksAccents }: OpenFace): (character: number) => boolean {
  if (only) return isOf(only);
  return stacksAccents ? () => true : (character) => !isAccent(character);
}

const isAccent = (character: number) =>
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]/.test(String.fromCodePoint(character));

/** Tells the characters of a script: its letters, and the marks that it shares with others, but not with Chinese. */
function isOf(script: string): (character: number) => boolean {
  const own = new RegExp(`\\p{Script=${script}}`, 'u');
  const shared = new RegExp(`(?!\\p{Script_Extensions=Han})\\p{Script_Extensions=${script}}`, 'u');
  return (character) => {
    const text = String.fromCodePoint(character);
    return own.test(text) || shared.test(text);
  };
}

/** The character, or its components, if the face has them; HarfBuzz decomposes it in the same way. */
function partsIn(character: number, coverage: Coverage): number[] | undefined {
  if (coverage.has(character)) return [character];
  const parts = [...String.fromCodePoint(character).normalize('NFD')].map((part) => part.codePointAt(0)!);
  return parts.every((part) => coverage.has(part)) ? parts : undefined;
}
