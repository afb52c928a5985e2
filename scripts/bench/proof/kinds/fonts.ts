import { type PDFDict, PDFName, type PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { entry, nameOf } from '../../../prepress/read/pdf-file.js';
import { streamBytes } from '../../../prepress/read/pdf-streams.js';
import { Inapplicable, type Mutation, type Subject } from '../subject.js';
import { type Tables, tablesOf } from './font-tables.js';

/** Changes the bytes of a font of the book's text. */
const changed = (change: (tables: Tables, random: Subject['random']) => void) => (subject: Subject) => {
  const { context } = subject.file;
  const fonts = context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const file =
      nameOf(object, 'Type') === 'FontDescriptor'
        ? (object as PDFDict).get(PDFName.of('FontFile2'))
        : undefined;
    return file instanceof PDFRef ? [file] : ref && [];
  });
  if (fonts.length === 0) throw new Inapplicable();
  const ref = subject.random.pick(fonts);
  const stream = context.lookup(ref) as PDFRawStream;
  const bytes = Uint8Array.from(streamBytes(stream));
  change(tablesOf(bytes), subject.random);
  context.assign(ref, context.flateStream(bytes, { Length1: bytes.length }));
};

/** Glyphs with simple outlines, whose points can be rewritten. */
const simple = ({ count, outline, view }: Tables) =>
  Array.from({ length: count }, (_, glyph) => glyph).filter((glyph) => {
    const { start, length } = outline(glyph);
    return glyph > 0 && length > 20 && view.getInt16(start) > 0;
  });

const scaled = (factor: number) => (tables: Tables) => {
  // All outlines are relative to the em: a different one makes all of them larger or smaller.
  const at = tables.at('head')! + 18;
  tables.view.setUint16(at, Math.round(tables.view.getUint16(at) * factor));
};

const font = (name: string, change: Mutation['change']): Mutation => ({ kind: 'font', name, change });

/** Fonts whose pictures do not match their characters. */
export const fontKinds: Mutation[] = [
  font('font-outline-tiny', changed(scaled(8))),
  font('font-outline-small', changed(scaled(1.3))),
  font(
    'font-outline-exchanged',
    changed((tables, random) => {
      const all = simple(tables);
      for (const one of all) {
        const other = random.pick(all);
        const [from, to] = [tables.outline(one), tables.outline(other)];
        if (one === other || from.length > to.length) continue;
        tables.bytes.copyWithin(to.start, from.start, from.start + from.length);
        return;
      }
      throw new Inapplicable();
    }),
  ),
  font(
    'font-outline-upside-down',
    changed((tables) => {
      for (const glyph of simple(tables)) {
        const { start } = tables.outline(glyph);
        const { view } = tables;
        const [low, high] = [view.getInt16(start + 4), view.getInt16(start + 8)];
        const contours = view.getInt16(start);
        const points = view.getUint16(start + 10 + 2 * (contours - 1)) + 1;
        flip(tables, { from: start + 10 + 2 * contours, points, sum: low + high });
      }
    }),
  ),
  font(
    'font-outline-emptied',
    changed((tables, random) => {
      const { start } = tables.outline(random.pick(simple(tables)));
      // No contour remains.
      tables.view.setInt16(start, 0);
    }),
  ),
  font(
    'font-cmap-emptied',
    changed((tables) => {
      const cmap = tables.at('cmap');
      if (cmap === undefined) throw new Inapplicable();
      tables.view.setUint16(cmap + 2, 0);
    }),
  ),
  font(
    'font-contour-dropped',
    changed((tables, random) => {
      // The last contour of a glyph is gone: 太 without its dot is 大.
      const many = simple(tables).filter((glyph) => tables.view.getInt16(tables.outline(glyph).start) > 2);
      const { start } = tables.outline(random.pick(many));
      tables.view.setInt16(start, tables.view.getInt16(start) - 1);
    }),
  ),
  font(
    'font-outline-moved',
    changed((tables, random) => {
      const { start } = tables.outline(random.pick(simple(tables)));
      const points = start + 10 + 2 * tables.view.getInt16(start);
      const flags = points + 2 + tables.view.getUint16(points);
      // Another flag for the first point reads all coordinates otherwise.
      tables.bytes[flags] = tables.bytes[flags]! ^ 0x30;
    }),
  ),
  font('font-files-exchanged', (subject) => {
    const { context } = subject.file;
    const all = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (nameOf(object, 'Type') === 'FontDescriptor' ? [object as PDFDict] : []));
    const [one, other] = all.filter((each) => each.get(PDFName.of('FontFile2')));
    if (!one || !other) throw new Inapplicable();
    const kept = one.get(PDFName.of('FontFile2'))!;
    one.set(PDFName.of('FontFile2'), other.get(PDFName.of('FontFile2'))!);
    other.set(PDFName.of('FontFile2'), kept);
  }),
  font('font-map-removed', (subject) => {
    const all = subject.file.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (nameOf(object, 'Subtype') === 'Type0' ? [object as PDFDict] : []));
    subject.random.pick(all).delete(PDFName.of('ToUnicode'));
  }),
  font('font-glyphs-shifted', (subject) => {
    const all = subject.file.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (nameOf(object, 'Subtype') === 'CIDFontType2' ? [object as PDFDict] : []));
    const shifted = Uint8Array.from({ length: 131_072 }, (_, at) =>
      at % 2 === 0 ? (at / 2 + 1) >> 8 : (at / 2 + 1) & 255,
    );
    const map = subject.file.context.register(subject.file.context.flateStream(shifted));
    subject.random.pick(all).set(PDFName.of('CIDToGIDMap'), map);
  }),
  font('font-widths-doubled', (subject) => {
    const all = subject.file.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (nameOf(object, 'Subtype') === 'CIDFontType2' ? [object as PDFDict] : []));
    if (all.length === 0) throw new Inapplicable();
    const one = subject.random.pick(all);
    if (!entry(one, 'W')) throw new Inapplicable();
    one.delete(PDFName.of('W'));
    one.set(PDFName.of('DW'), subject.file.context.obj(2000));
  }),
];

/** Turns the y of a simple glyph's first point round the middle of its box: all others are relative to it. */
function flip(
  { view, bytes }: Tables,
  { from, points, sum }: { from: number; points: number; sum: number },
): void {
  let at = from + 2 + view.getUint16(from);
  const flags: { flag: number; at: number }[] = [];
  while (flags.length < points) {
    const flag = bytes[at]!;
    flags.push({ flag, at });
    at++;
    if (!(flag & 8)) continue;
    for (let more = bytes[at++]!; more > 0; more--) flags.push({ flag, at: at - 2 });
  }
  for (const { flag } of flags) at += flag & 2 ? 1 : flag & 16 ? 0 : 2;
  let isFirst = true;
  const turned = new Set<number>();
  for (const { flag, at: flagAt } of flags) {
    if (flag & 4) {
      if (isFirst) {
        const y = flag & 32 ? bytes[at]! : -bytes[at]!;
        const value = sum - y;
        if (Math.abs(value) < 256) {
          bytes[at] = Math.abs(value);
          if (value >= 0 !== ((flag & 32) !== 0) && !turned.has(flagAt)) bytes[flagAt] = bytes[flagAt]! ^ 32;
        }
      } else if (!turned.has(flagAt)) bytes[flagAt] = bytes[flagAt]! ^ 32;
      turned.add(flagAt);
      at += 1;
    } else if (!(flag & 32)) {
      view.setInt16(at, isFirst ? sum - view.getInt16(at) : -view.getInt16(at));
      at += 2;
    }
    isFirst = false;
  }
}
