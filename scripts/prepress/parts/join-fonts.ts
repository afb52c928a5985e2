import { deflateSync } from 'node:zlib';
import { isOneFont, uniteSubsets } from '../../typeset/fonts/unite-subsets.js';
import type { PartFont } from './part-fonts.js';
import type { Frame } from './part-frame.js';
import type { PartObject } from './part-objects.js';
import type { Counts, Numbers } from './renumber.js';
import { writeWidths } from './widths.js';
import { writeToUnicode } from './write-to-unicode.js';

/** Subsets of one font. */
interface Group {
  /** Each with the index of its part. */
  members: (PartFont & { part: number })[];
  glyphs: Buffer[];
  texts: Map<number, string>;
  widths: Map<number, number>;
}

/**
 * 字体: makes the subsets of a font in all parts one, and drops them from the parts. Subsets that differ in anything
 * that they share, such as two fonts of one name, stay apart, as does a font of another kind.
 *
 * @returns the objects of the new fonts.
 */
export function joinFonts(
  frames: readonly Frame[],
  numbers: readonly Numbers[],
  counts: Counts,
): PartObject[] {
  const groups: Group[] = [];
  frames.forEach(({ fonts }, part) => {
    for (const font of fonts) {
      const group =
        groups.find((one) => isFit(one, font)) ??
        groups[groups.push({ members: [], glyphs: [], texts: new Map(), widths: new Map() }) - 1]!;
      join(group, { ...font, part });
    }
  });
  return groups.flatMap((group, index): PartObject[] => {
    const own = Array.from({ length: 5 }, () => ++counts.objects);
    for (const { part, objects } of group.members) {
      numbers[part]!.set(objects.font.number, own[0]!);
      for (const { number } of Object.values(objects)) frames[part]!.dropped.add(number);
    }
    return write(group, own, tagOf(index));
  });
}

function isFit({ members, glyphs, texts, widths }: Group, font: PartFont): boolean {
  const { name, subset, objects } = members[0]!;
  const agrees = <T>(own: ReadonlyMap<number, T>, its: ReadonlyMap<number, T>, unknown?: T) =>
    [...its].every(([glyph, value]) => {
      const known = own.get(glyph) ?? value;
      return known === value || known === unknown || value === unknown;
    });
  return (
    name === font.name &&
    bare(objects.descriptor.text) === bare(font.objects.descriptor.text) &&
    agrees(texts, font.texts, nameless) &&
    agrees(widths, font.widths) &&
    isOneFont({ ...subset, glyphs }, font.subset)
  );
}

/** The text of a joined form, which the browser knows in some parts only. */
const nameless = '\0';

/** A descriptor without the name and the file of its subset. */
const bare = (text: string) => text.replace(/\/FontName \S+|\/FontFile2 \d+ 0 R/g, '');

function join(group: Group, font: PartFont & { part: number }): void {
  group.members.push(font);
  font.subset.glyphs.forEach((glyph, index) => {
    if ((group.glyphs[index]?.length ?? 0) === 0) group.glyphs[index] = glyph;
  });
  for (const [glyph, text] of font.texts)
    if (text !== nameless || !group.texts.has(glyph)) group.texts.set(glyph, text);
  for (const [glyph, width] of font.widths) group.widths.set(glyph, width);
}

/** The tag of the n-th subset of a file (ISO 32000-1 §9.6.4). */
function tagOf(index: number): string {
  const letters = Array.from({ length: 6 }, (_, place) => Math.floor(index / 26 ** place) % 26);
  return String.fromCharCode(...letters.map((letter) => 65 + letter));
}

/** The widths of all glyphs, in thousandths of an em; of one without a text, such as a ligature, the font's own. */
function widthsOf({ glyphs, members, widths }: Group): Map<number, number> {
  const all = new Map(widths);
  for (const { subset } of members)
    subset.metrics.forEach((row, glyph) => {
      if (all.has(glyph) || (glyphs[glyph]?.length ?? 0) === 0 || !row.some(Boolean)) return;
      all.set(glyph, Math.round((row.readUInt16BE(0) * 1000) / subset.unitsPerEm));
    });
  return all;
}

function write(group: Group, numbers: readonly number[], tag: string): PartObject[] {
  const [font, descendant, descriptor, file, map] = numbers as [number, number, number, number, number];
  const { members, texts } = group;
  const { objects, name } = members[0]!;
  const named = ({ text }: PartObject) => text.replace(/\/[A-Z]{6}\+\S+/, `/${tag}+${name}`);
  const to = (text: string, key: string, number: number) =>
    text.replace(new RegExp(`(/${key} (?:\\[ )?)\\d+ 0 R`), (_, start: string) => `${start}${number} 0 R`);
  const outlines = uniteSubsets(members.map(({ subset }) => subset));
  const mapped = deflateSync(writeToUnicode(texts));
  const widths = writeWidths(named(objects.descendant), widthsOf(group));
  // The outlines are compressed by `finish`, which first takes out tables that only browsers read.
  const length = `/Length1 ${outlines.length}\n/Length ${outlines.length}`;
  return [
    { number: font, text: to(to(named(objects.font), 'DescendantFonts', descendant), 'ToUnicode', map) },
    { number: descendant, text: to(widths, 'FontDescriptor', descriptor) },
    { number: descriptor, text: to(named(objects.descriptor), 'FontFile2', file) },
    { number: file, text: `<<\n${length}\n>>`, data: outlines },
    { number: map, text: `<<\n/Filter /FlateDecode\n/Length ${mapped.length}\n>>`, data: mapped },
  ];
}
