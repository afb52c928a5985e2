import type { Edition, FontFace } from '../article/edition.js';
import { latinFaces } from './faces.js';

/** Suffix of the second edition's own families. */
export const secondFamily = '-second';

/**
 * The faces of two editions in one book. Both use the same family names, but 骨 has a different form in each:
 * families of the second that differ from the first's are renamed.
 */
export function pairFaces(first: Edition, second: Edition): { fonts: FontFace[]; second: Edition } {
  const isLatin = ({ family }: FontFace) => family === latinFaces[0]!.family;
  const others = second.fonts.filter(
    (face) => !isLatin(face) && !first.fonts.some((own) => isSame(own, face)),
  );
  if (second.isTranslated || others.length === 0)
    return { fonts: [...first.fonts, ...second.fonts.filter(isMissingIn(first.fonts))], second };
  const renamed = second.fonts.map((face) =>
    isLatin(face) ? face : { ...face, family: `${face.family}${secondFamily}` },
  );
  return {
    fonts: [...first.fonts, ...renamed.filter(isMissingIn(first.fonts))],
    second: { ...second, fonts: renamed },
  };
}

const isMissingIn = (faces: readonly FontFace[]) => (face: FontFace) =>
  !faces.some((one) => isSame(one, face));

function isSame(one: FontFace, other: FontFace): boolean {
  return (
    one.family === other.family &&
    one.file === other.file &&
    one.weight === other.weight &&
    one.style === other.style
  );
}
