import { isRuleLine } from '../text/press/imprint.js';
import { isChapterTitle } from '../text/press/items.js';
import type { Analysis } from './analyse.js';
import type { Decided } from './notation/index.js';
import { placementNumbers } from './numbers/place.js';
import type { Placed } from './overrides.js';
import { cutGlued } from './structure/glue.js';
import { labelAlikeHeads } from './structure/labels/alike-heads.js';
import { labelBesideTitles } from './structure/labels/beside-titles.js';
import { labelColumnNames } from './structure/labels/column-names.js';
import { fixRoles } from './structure/labels/fix-roles.js';
import { labelOf } from './structure/labels/label-of.js';
import { labelLateTitles } from './structure/labels/late-titles.js';
import { labelLists } from './structure/labels/lists.js';
import { labelNewsHeads } from './structure/labels/news-heads.js';
import { labelPaperHead } from './structure/labels/paper-head.js';
import { partRows } from './structure/labels/part-rows.js';
import { labelPlacedKickers } from './structure/labels/placed-kickers.js';
import { labelSameForm } from './structure/labels/same-form.js';
import { labelSetOff, labelUnderRules, setOffLines } from './structure/labels/set-off.js';
import { labelSignatures } from './structure/labels/signatures.js';
import { labelTop } from './structure/labels/top-title.js';
import { labelWebHeads } from './structure/labels/web-heads.js';
import { joinLoneMarks } from './structure/lone-marks.js';
import { joinCaptions, sewCaptions } from './structure/sewn-captions.js';
import { joinUnmarked } from './structure/unmarked.js';
import { type Group, groupLines, insertGroups, newGroup, newParagraph } from './write/groups.js';

/** The page's blocks, each with its label: by its form and its text, by the notation of the source, by a person. */
export function blocksOf(
  text: string,
  analysis: Analysis,
  { decided, placed }: { decided: Decided; placed: Placed },
): Group[] {
  const { lines, reading } = analysis;
  const grouped = groupLines({ source: text, lines, reading }, decided.breaks);
  // If the marks of a notation define all blocks, nothing is guessed.
  const groups = decided.isWhole ? label(grouped) : shaped(text, grouped, analysis);
  if (decided.isWhole) markStories(groups, decided);
  // A person's roles come last: which lines they are about is seen by what the lines were taken for.
  const own = new Set<unknown>(placed.roles);
  obeyNotation(groups, { ...decided, roles: decided.roles.filter((role) => !own.has(role)) });
  return fixRoles(text, groups, placed);
}

function shaped(text: string, grouped: Group[], analysis: Analysis): Group[] {
  const areOneSize = sizesOf(analysis);
  const setPieces = analysis.setPieces.flatMap(({ label: form, lines, columns, place }) => {
    // Rows and speeches are no titles, whatever stands beside them.
    if (form === 'lines')
      return lines.map((line) => ({ group: { ...newParagraph([line]), isFixed: true }, place }));
    if (form === 'speech') return [{ group: { ...newParagraph(lines), isFixed: true }, place }];
    return [{ group: newGroup(lines, form, columns), place }];
  });
  const whole = joinUnmarked(text, joinCaptions(grouped, analysis.gaps.join));
  const found = sewCaptions(label(joinLoneMarks(cutGlued(text, whole))));
  const ruled = ruledLines(analysis);
  const isSetOff = setOffLines(analysis.all);
  const inserted = insertGroups(partRows(text, found, { isSetOff, areOneSize }), setPieces);
  const groups = labelSignatures(text, inserted);
  for (const group of groups) {
    const head = group.segments.length === 1 ? analysis.heads.get(group.segments[0]!.start) : undefined;
    // A chapter's title that heads a story stays its headline.
    if (head && !(group.label === 'headline' && isChapterTitle(group.text))) group.label = head;
  }
  labelPaperHead(groups);
  labelPlacedKickers(groups, analysis.placementAt);
  labelLists(groups);
  labelAlikeHeads(groups);
  labelSameForm(groups);
  labelBesideTitles(groups, areOneSize);
  labelLateTitles(groups);
  labelNewsHeads(groups);
  labelUnderRules(groups, ruled);
  labelSetOff(groups, isSetOff);
  labelColumnNames(groups);
  labelTop(groups);
  labelWebHeads(groups);
  return groups;
}

/** Starts of the first lines under printed rules, which are furniture. */
function ruledLines({ furniture, all }: Analysis): ReadonlySet<number> {
  const rules = furniture
    .filter(({ line, kind }) => kind && isRuleLine(line.text))
    .map(({ line }) => line.start);
  const starts = new Set<number>();
  for (const rule of rules) {
    const below = all.find(({ start }) => start > rule);
    if (below) starts.add(below.start);
  }
  return starts;
}

/** Tells if lines are set in one size; undefined where it is not known. */
function sizesOf({ placementAt }: Analysis): (starts: readonly number[]) => boolean | undefined {
  return (starts) => {
    const sizes = starts.map((start) => placementAt(start)?.line.size ?? 0);
    return Math.min(...sizes) === 0
      ? undefined
      : Math.max(...sizes) < placementNumbers.sameSize * Math.min(...sizes);
  };
}

function label(groups: Group[]): Group[] {
  // From the end, since a line's label may depend on what the next one is.
  for (let at = groups.length - 1; at >= 0; at--) groups[at]!.label = labelOf(groups[at]!, groups[at + 1]);
  return groups;
}

function markStories(groups: readonly Group[], { stories, together }: Decided): void {
  const places = [...stories].sort((a, b) => a - b);
  let next = 0;
  for (const group of groups) {
    const { start } = group.segments[0]!;
    let opens = false;
    for (; next < places.length && places[next]! <= start; next++) opens = true;
    group.opens = opens ? 1 : 0;
    if (together.has(start)) group.goesWith = true;
  }
}

/** Labels blocks by the marks of the source. */
function obeyNotation(groups: readonly Group[], { roles, titles }: Decided): void {
  if (roles.length + titles.length === 0) return;
  const ownerOf = ownersOf(groups);
  const all = [...titles.map(({ title }) => ({ range: title, role: 'headline' as const })), ...roles];
  for (const { range, role } of all) {
    const group = groups[ownerOf(range[0], range[1])];
    if (!group) continue;
    group.label = role;
    group.isFixed = true;
  }
}

/** The index of the first group with a character of a range, or −1. A text may have thousands of decided blocks. */
function ownersOf(groups: readonly Group[]): (from: number, to: number) => number {
  const segments = groups
    .flatMap(({ segments: own }, index) => own.map(({ start, end }) => ({ start, end, index })))
    .sort((a, b) => a.start - b.start);
  return (from, to) => {
    let [low, high] = [0, segments.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (segments[middle]!.end <= from) low = middle + 1;
      else high = middle;
    }
    const found = segments[low];
    return found && found.start < to ? found.index : -1;
  };
}
