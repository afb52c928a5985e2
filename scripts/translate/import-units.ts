import type { Matter } from '../article/article.js';
import { writeMatter } from '../article/matter.js';
import type { Memory } from './memory.js';
import { shortPrint } from './memory.js';
import { proseKeys } from './segment.js';
import { similarity } from './similarity.js';
import type { ArticleUnits, PlacedUnit, Unit } from './unit.js';

/** Result of an import for one article. */
export interface Imported {
  /** The translation as Markdown; undefined where there is none yet. */
  text: string | undefined;
  memory: Memory;
  /** Units whose source has changed since they were exported. */
  fuzzy: Unit[];
  /** Units whose source no longer exists; they are kept in the memory. */
  orphans: Unit[];
  /** Number of units that found their source. */
  matched: number;
}

/** A unit of the manuscript, and the unit that came back for it. */
interface Match {
  unit: PlacedUnit;
  given?: Unit;
}

/** Two texts are versions of one when they share this much of their neighbouring characters. */
const least = 0.5;

/** 回收译文: puts the units that came back where they belong. Nothing is lost: see `Imported`. */
export function importUnits(present: ArticleUnits, given: readonly Unit[]): Imported {
  const { matches, orphans } = match(present.units, given);
  const isChanged = ({ unit, given }: Match) => given !== undefined && given.source !== unit.source;
  return {
    text: writeTranslation(present, matches),
    memory: {
      segments: matches.flatMap((one) => entryOf(one, present.memory)),
      orphans: [
        ...present.memory.orphans.filter(({ id }) => !given.some((unit) => unit.id === id)),
        ...orphans.map(({ id, kind, source, target }) => ({ id, kind, source, target: target! })),
      ],
    },
    fuzzy: matches.filter(isChanged).map(({ unit }) => unit),
    orphans,
    matched: matches.filter(({ given: one }) => one !== undefined).length,
  };
}

/** By id; else by the same text; else by the likeliest. */
function match(units: readonly PlacedUnit[], given: readonly Unit[]): { matches: Match[]; orphans: Unit[] } {
  const found = new Map<PlacedUnit, Unit>();
  // A tool may give the same unit twice.
  const known = new Set<string>();
  const isNew = ({ id, target }: Unit) => {
    const key = `${id}\n${target}`;
    return !known.has(key) && known.add(key);
  };
  const left = new Set(given.filter((one) => one.target !== undefined && isNew(one)));
  const take = (unit: PlacedUnit | undefined, one: Unit) => {
    if (!unit || found.has(unit)) return;
    found.set(unit, one);
    left.delete(one);
  };
  for (const one of [...left])
    take(
      units.find(({ id }) => id === one.id),
      one,
    );
  for (const one of [...left])
    take(
      units.find((unit) => !found.has(unit) && unit.kind === one.kind && unit.source === one.source),
      one,
    );
  for (const one of [...left]) {
    const scored = units
      .filter((unit) => !found.has(unit) && unit.kind === one.kind)
      .map((unit) => ({ unit, score: similarity(unit.source, one.source) }))
      .sort((a, b) => b.score - a.score);
    if (scored[0] && scored[0].score >= least) take(scored[0].unit, one);
  }
  const matches = units.map((unit): Match => {
    const own = found.get(unit);
    return { unit, ...(own && { given: own }) };
  });
  return { matches, orphans: [...left] };
}

const targetOf = ({ unit, given }: Match) => given?.target ?? unit.target;

function entryOf(one: Match, memory: Memory): Memory['segments'] {
  const { unit, given } = one;
  const known = memory.segments.find(({ id }) => id === unit.id);
  const target = targetOf(one);
  if (target === undefined) return [];
  // Marked as still to be reviewed, and untouched: its translation is of the former source.
  const isUntouched = !given || (given.isFuzzy && given.target === unit.target);
  if (isUntouched) return known ? [{ ...known, target: shortPrint(target) }] : [];
  const { id, kind } = unit;
  return [{ id, kind, source: given.source, target: shortPrint(target), state: given.state }];
}

function writeTranslation({ translation }: ArticleUnits, matches: readonly Match[]) {
  const isIn = ({ unit }: Match) => unit.segment.range === undefined;
  const matter: Matter = { ...translation?.matter };
  for (const key of proseKeys) {
    const own = matches.find((one) => isIn(one) && one.unit.kind === key);
    const text = own && targetOf(own);
    if (text !== undefined) matter[key] = text;
  }
  const blocks = matches.filter((one) => !isIn(one));
  if (blocks.every((one) => targetOf(one) === undefined)) return translation && String(translation.file);
  if (!translation) {
    const written = blocks.flatMap((one) => {
      const text = targetOf(one);
      return text === undefined ? [] : [blockText(one, text)];
    });
    return `${writeMatter(matter)}${written.join('\n\n')}\n`;
  }
  const text = patch(String(translation.file), blocks);
  const isSame = proseKeys.every((key) => matter[key] === translation.matter[key]);
  return isSame ? text : writeMatter(matter) + text.replace(/^---\n[\s\S]*?\n---\n+/, '');
}

/** Changes only blocks that are new or different: the rest of the file stays as it is. */
function patch(text: string, blocks: readonly Match[]): string {
  const edits: { start: number; end: number; text: string }[] = [];
  let last = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0;
  for (const one of blocks) {
    const target = targetOf(one);
    const range = one.unit.translation?.range;
    if (range && target !== undefined) {
      if (target !== one.unit.target) edits.push({ start: range[0], end: range[1], text: target });
      last = Math.max(last, range[1]);
    } else if (target !== undefined)
      edits.push({ start: last, end: last, text: `\n\n${blockText(one, target)}` });
  }
  edits.sort((a, b) => a.start - b.start);
  let [result, at] = ['', 0];
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function blockText({ unit }: Match, text: string): string {
  const { role } = unit.segment;
  const depth = Number(/^heading (\d)$/.exec(unit.kind)?.[1] ?? 0);
  const mark = role && role !== 'paragraph' && depth === 0 ? `<!-- ${role} -->\n` : '';
  return `${mark}${depth > 0 ? `${'#'.repeat(depth)} ` : ''}${text}`;
}
