import { type Finding, placeName } from './finding.js';

/** Glyphs of one line are no farther from the one before, in em: a line that is hidden but for some words is told twice. */
const mostGap = 3;
/** And no farther off its base line. */
const mostOff = 0.6;
/** A finding names so many characters of a line. */
const mostNamed = 30;

/** Findings of one rule about glyphs of one line of a page. */
interface HiddenLine {
  first: Finding;
  last: NonNullable<Finding['glyph']>;
  characters: string[];
}

/** 一行一条: tells what has happened to several glyphs of a line once, as an editor reads it, and not glyph by glyph. */
export function joinLines(findings: readonly Finding[]): Finding[] {
  const lines = new Map<string, HiddenLine>();
  const told = new Set<string>();
  const joined: (Finding | HiddenLine)[] = [];
  for (const finding of findings) {
    const { glyph, rule, page, characters = '' } = finding;
    if (!glyph) {
      joined.push(finding);
      continue;
    }
    const place = `${rule} ${page} ${glyph.x} ${glyph.y} ${characters}`;
    if (told.has(place)) continue;
    told.add(place);
    const key = `${rule} ${page}`;
    const open = lines.get(key);
    if (open && isSameLine(open.last, glyph)) {
      open.characters.push(characters);
      open.last = glyph;
      continue;
    }
    const line = { first: finding, last: glyph, characters: [characters] };
    lines.set(key, line);
    joined.push(line);
  }
  return joined.map((one) => ('first' in one ? findingOf(one) : one));
}

function isSameLine(last: HiddenLine['last'], next: HiddenLine['last']): boolean {
  const size = Math.max(last.size, next.size);
  const [along, across] = [Math.abs(next.x - last.x), Math.abs(next.y - last.y)].map((one) => one / size);
  // In vertical lines the next one stands below.
  return Math.min(along!, across!) <= mostOff && Math.max(along!, across!) <= mostGap;
}

function findingOf({ first: { glyph, ...first }, characters }: HiddenLine): Finding {
  const words = characters.join('');
  if (characters.length === 1 || words === '') return first;
  const shown = characters.length > mostNamed ? `${characters.slice(0, mostNamed).join('')}…` : words;
  const place = placeName(first.page ?? 1, first.position);
  return {
    ...first,
    characters: shown,
    message: `“${shown}” (${characters.length} characters) on ${place} ${glyph!.problem}`,
  };
}
