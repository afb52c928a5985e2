import type { Doubt } from '../../article/restoration.js';
import type { Line } from '../measure/lines.js';
import type { Placed } from '../overrides.js';
import type { Correction } from '../write/corrections.js';
import { archive } from './archive.js';
import { bars } from './bars.js';
import { html } from './html.js';
import { kanripo } from './kanripo.js';
import { lineNumbers } from './line-numbers.js';
import { markdown } from './markdown.js';
import { type Form, type Notation, newNotation } from './notation.js';
import { recordFields } from './record-fields.js';

/** The known forms of notation, the surest first; a text has at most one. */
export const forms: readonly Form[] = [archive, recordFields, markdown, html, bars, kanripo, lineNumbers];

/** Facts that a notation gives and no person decides. */
type Facts = 'sewn' | 'stories' | 'together' | 'empty' | 'pictures' | 'isWhole' | 'hasStories';

/** Decisions about a source before measuring: by its marks, overruled by a person. */
export interface Decided extends Placed, Readonly<Pick<Notation, Facts>> {
  /** The notation found, for a message. */
  told: Doubt[];
}

/** Reads the notation of a source, overruled by a person's decisions. */
export function readNotation(
  source: string,
  lines: readonly Line[],
  { placed, off }: { placed: Placed; off: ReadonlySet<string> },
): Decided {
  for (const form of forms) {
    if (off.has(form.id)) continue;
    const found = form.read(source, lines);
    if (!found) continue;
    const joins = [...found.joins].filter((at) => !placed.breaks.has(at));
    const breaks = [...found.breaks].filter((at) => !placed.joins.has(at));
    return {
      ...placed,
      ...factsOf(found),
      joins: new Set([...joins, ...placed.joins]),
      breaks: new Set([...breaks, ...placed.breaks]),
      roles: [...found.roles, ...placed.roles],
      titles: [...found.titles, ...placed.titles],
      corrections: disjoint(
        source,
        [...found.corrections, ...found.empty.map((range) => ({ range, wanted: '', rule: form.id }))],
        placed.corrections,
      ),
      told: [tell(form.id, found.name, found.corrections.length + found.empty.length)],
    };
  }
  return { ...placed, ...factsOf(newNotation('')), told: [] };
}

const factsOf = ({
  sewn,
  stories,
  together,
  empty,
  pictures,
  isWhole,
  hasStories,
}: Notation): Pick<Notation, Facts> => ({ sewn, stories, together, empty, pictures, isWhole, hasStories });

/** Drops marks that a person's correction covers. */
function disjoint(source: string, found: readonly Correction[], own: readonly Correction[]): Correction[] {
  const marks = found.flatMap((one) => byLine(source, one));
  const free =
    own.length === 0
      ? marks
      : marks.filter(
          ({ range: [start, end] }) => !own.some(({ range }) => range[0] < end && range[1] > start),
        );
  return [...free, ...own];
}

/** Splits a mark over several lines into one for each. */
function byLine(source: string, correction: Correction): Correction[] {
  const [start, end] = correction.range;
  const text = source.slice(start, end);
  if (!text.includes('\n')) return [correction];
  return [...text.matchAll(/[^\r\n]+/gu)]
    .filter(({ 0: part }) => part.trim() !== '')
    .map(({ 0: part, index }) => {
      const from = start + index + part.length - part.trimStart().length;
      return { ...correction, range: [from, start + index + part.trimEnd().length] };
    });
}

function tell(id: string, name: string, count: number): Doubt {
  return {
    start: 0,
    end: 0,
    ruleId: id,
    reason: `This text is read as ${name}: ${count} of its marks are not text (off: [${id}] treats them as text)`,
    told: true,
  };
}
