import { z } from 'zod';
import type { BoxedLine, BoxedPage } from '../boxed.js';
import { boxOf } from '../boxes.js';
import { joinWords } from '../join-words.js';
import { anyBox } from './any-box.js';
import type { JsonForm } from './json-form.js';

/** A program whose JSON lists the lines of a page: where its parts are, by keys with dots between them. */
export interface LineList extends Pick<JsonForm, 'name' | 'keys'> {
  /** From the value to the pages; the value itself, or each of a list, if there is none. */
  pages?: string;
  /** From the value to one that has its pages there. */
  unwrap?: (value: unknown) => unknown;
  /** From a page to its lines. */
  lines: string;
  /** From a line to its text, or to the words of it. */
  text: string;
  box: string;
  /** From a line to its confidence, or those of its words, and the number that means sure. */
  sure?: [key: string, full: 1 | 100];
  width?: string;
  height?: string;
  unit?: string;
  /** Key and value of those entries of the list that are lines. */
  only?: [key: string, value: string];
  /** Key of the page of a line, where the lines of all pages are in one list. */
  page?: string;
}

const points = { inch: 72 } as const;

/**
 * Values at the end of keys with dots between them; each list on the way gives all of its entries. `*` is each of the
 * values whatever their keys, a number an entry of a list, and a key with `?` may be missing, or hold JSON as a string; the
 * first of keys with `|` between them that is there.
 */
export function valuesAt(value: unknown, path: string | undefined): unknown[] {
  const keys = path ? path.split('.') : [];
  return keys.reduce<unknown[]>(
    (found, key) =>
      /^\d+$/u.test(key)
        ? found.flatMap((one) => (Array.isArray(one) ? one.slice(Number(key), Number(key) + 1) : []))
        : found.flatMap(entriesOf).flatMap((one) => propertyOf(one, key)),
    [value],
  );
}

const entriesOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function propertyOf(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (key === '*') return Object.values(value);
  const [first, other] = key.split('|');
  if (first !== undefined && other !== undefined) return propertyOf(value, first in value ? first : other);
  const mayLack = key.endsWith('?');
  const found = (value as Record<string, unknown>)[mayLack ? key.slice(0, -1) : key] ?? undefined;
  if (found === undefined) return mayLack ? [value] : [];
  return [mayLack && typeof found === 'string' ? parsed(found) : found];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const numberAt = (value: unknown, path: string | undefined): number | undefined => {
  const [found] = path ? valuesAt(value, path).flatMap(entriesOf) : [];
  return typeof found === 'number' ? found : undefined;
};

/** The form of JSON that a row describes. */
export function lineListForm(list: LineList): JsonForm {
  return {
    name: list.name,
    keys: list.keys,
    unwrap: list.unwrap ?? ((value) => value),
    shape: z.unknown().transform((value, context) => {
      const pages = valuesAt(value, list.pages).flatMap(entriesOf);
      return pages.flatMap((page, number): BoxedPage[] => {
        const entries = valuesAt(page, list.lines)
          .flatMap(entriesOf)
          .filter((one) => !list.only || valuesAt(one, list.only[0])[0] === list.only[1]);
        entries.forEach((line, index) => {
          const [text] = valuesAt(line, list.text).flatMap(entriesOf);
          const wrong = (message: string) =>
            context.addIssue({ code: 'custom', message, path: [number, list.lines, index] });
          if (text !== undefined && typeof text !== 'string') wrong(`expected a string under ${list.text}`);
          const places = valuesAt(line, list.box);
          if (places.length > 0 && !boxAt(places)) wrong(`expected a box under ${list.box}`);
        });
        const groups = new Map<unknown, unknown[]>();
        for (const line of entries) {
          const [key] = list.page ? valuesAt(line, list.page) : [];
          groups.set(key, [...(groups.get(key) ?? []), line]);
        }
        return [...groups.values()].map((lines) => pageOf(list, page, lines));
      });
    }),
  };
}

function pageOf(list: LineList, page: unknown, entries: readonly unknown[]): BoxedPage {
  const lines = entries.map((line) => lineOf(list, line));
  const [width, height] = [numberAt(page, list.width), numberAt(page, list.height)];
  const isInches = valuesAt(page, list.unit)[0] === 'inch' && list.unit !== undefined;
  return onPaper({ width, height, lines }, isInches ? points.inch : 1);
}

const boxAt = (places: readonly unknown[]) => anyBox(places.length === 1 ? places[0] : places);

function lineOf({ text, box, sure }: LineList, line: unknown): BoxedLine {
  const texts = valuesAt(line, text).flatMap(entriesOf);
  const confidences = sure
    ? valuesAt(line, sure[0])
        .flatMap(entriesOf)
        .map(Number)
        .filter((one) => Number.isFinite(one))
    : [];
  // The mean: that of one word is no evidence.
  const mean = confidences.reduce((sum, one) => sum + one, 0) / confidences.length;
  return {
    text: joinWords(texts.map((one) => ({ text: String(one) }))),
    box: boxAt(valuesAt(line, box)),
    ...(sure && confidences.length > 0 && { confidence: Math.min(1, mean / sure[1]) }),
  };
}

/** Height of a sheet whose width is 1, as most are. */
const sheet = Math.SQRT2;
/** Width, in units, of a page whose size the file does not tell. */
const usualWidth = 1000;

/** A page in the unit of its size: some files give boxes as shares of it, or in inches. */
function onPaper({ width, height, lines }: BoxedPage & { lines: BoxedLine[] }, scale: number): BoxedPage {
  const sides = lines.flatMap(({ box }) => (box ? [box.right, box.bottom] : []));
  const areShares = sides.length > 0 && sides.every((side) => side <= 1.01);
  const [wide, high] = areShares
    ? [width ?? usualWidth, height ?? (width ?? usualWidth) * sheet]
    : [scale, scale];
  return {
    width: width && width * (areShares ? 1 : scale),
    height: height && height * (areShares ? 1 : scale),
    lines: lines.map((line) => ({
      ...line,
      box:
        line.box &&
        boxOf(line.box.left * wide, line.box.top * high, line.box.right * wide, line.box.bottom * high),
    })),
  };
}
