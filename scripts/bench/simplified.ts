import { convertRaw } from '../edition/convert/raw.js';

/** Words that a region's papers spell otherwise where each character alone would stay, with the mainland's spelling. */
const ownSpellings: Readonly<Record<string, readonly [own: string, mainland: string][]>> = {
  'zh-Hant-TW': [
    ['身分', '身份'],
    ['部份', '部分'],
    ['成份', '成分'],
  ],
};

/**
 * A Traditional line as a mainland paper prints it: word by word (藉口 and 借口 are both 借口), since character by character
 * 藉口 would stay, and each 借口 of the source would be one that the paper had printed so.
 *
 * @param edition its region, whose own spellings (身分) become the mainland's too.
 * @returns undefined where the length changed, so that places do not correspond.
 */
export function simplified(truth: string, edition: string): string | undefined {
  let source = convertRaw(truth, 'zh-Hans').replaceAll('想像', '想象');
  for (const [own, mainland] of ownSpellings[edition] ?? []) source = source.replaceAll(own, mainland);
  return source.length === truth.length ? source : undefined;
}

/** True inside of a word that a region's papers spell in two ways, of which its edition has one by choice: 身份. */
export const isOwnSpelling = (source: string, at: number, edition: string): boolean =>
  (ownSpellings[edition] ?? []).some(([own, mainland]) =>
    [...mainland].some(
      (char, index) => char !== own[index] && char === source[at] && source.startsWith(mainland, at - index),
    ),
  );

/** Stories of a text, a paragraph a line, with a blank line between stories. */
export function storiesOf(lines: readonly string[]): string[][] {
  const stories: string[][] = [[]];
  for (const line of lines)
    if (line === '') stories.push([]);
    else stories.at(-1)!.push(line);
  return stories.filter((story) => story.length > 0);
}
