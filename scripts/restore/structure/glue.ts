import { isSpace } from '../../text/characters.js';
import { datelineLength, gluedDatelineAt } from '../../text/press/datelines.js';
import {
  endsWithCredit,
  endsWithSlashCredit,
  gluedBylineAt,
  gluedCaptionAt,
  isByline,
  isCaption,
} from '../../text/press/names.js';
import { edgeNumbers, storyNumbers } from '../numbers/structure.js';
import type { Group } from '../write/groups.js';

const { mergeConfidence } = storyNumbers;

/**
 * 粘连: cuts groups in which the extraction merged two parts: a headline and a caption, a byline or a lead. Cuts
 * only where the second part has a recognisable beginning; the rest of its lines follows it.
 */
export function cutGlued(source: string, groups: readonly Group[]): Group[] {
  const result: Group[] = [];
  let isOpen = false;
  for (const [index, group] of groups.entries()) {
    const last = result.at(-1);
    if (isOpen && last && group.label === 'caption' && !isComplete(last.text)) {
      result[result.length - 1] = merged(last, group, false);
      continue;
    }
    const at = cutPosition(source, group, groups[index + 1]?.label === 'caption');
    if (at === undefined) {
      isOpen = false;
      result.push(group);
      continue;
    }
    const [first, second] = splitGroup(source, group, at);
    isOpen = second.label === 'caption';
    if (last?.label === 'headline') result[result.length - 1] = merged(last, first, true);
    else result.push(first);
    result.push(second);
  }
  return result;
}

/** Merges two groups; the second's first line may be a separate phrase. */
function merged(first: Group, second: Group, isPhrase: boolean): Group {
  const [own, ...rest] = second.segments;
  return {
    ...first,
    segments: [...first.segments, { ...own!, ...(isPhrase && { isPhrase }) }, ...rest],
    text: first.text + second.text,
    joins: [...first.joins, mergeConfidence, ...second.joins],
  };
}

const isComplete = (text: string) => /[。！？]$/u.test(text) || endsWithCredit(text);

/** Start of the second part in a group's text. */
function cutPosition(
  source: string,
  { label, text, segments }: Group,
  beforeCaption: boolean,
): number | undefined {
  // The rest of a caption that was taken for another may follow.
  const opensCaption = beforeCaption && label === 'paragraph' && !isComplete(text);
  if (
    opensCaption ||
    label === 'headline' ||
    label === 'caption' ||
    isCaption(text) ||
    endsWithSlashCredit(text)
  ) {
    let offset = 0;
    for (const { start, end } of segments) {
      const at = gluedCaptionAt(source.slice(start, end));
      if (at > 0) return offset + at;
      offset += end - start;
    }
  }
  const lead = leadPosition(source, segments);
  if (lead > 0) return lead;
  if (label !== 'headline' || segments.length > 1) return undefined;
  return gluedBylineAt(text) || undefined;
}

/** Start of a lead that was merged with the headline before it; 0 if there is none. */
function leadPosition(source: string, segments: Group['segments']): number {
  const [first, ...rest] = segments;
  const at = gluedDatelineAt(source.slice(first!.start, first!.end));
  if (at === 0) return 0;
  const lengths = rest.map(({ start, end }) => end - start).sort((a, b) => a - b);
  const usual = lengths[rest.length >> 1] ?? 0;
  return usual > 0 && first!.end - first!.start >= usual * edgeNumbers.timesGlued ? at : 0;
}

function splitGroup(source: string, group: Group, at: number): [Group, Group] {
  let rest = at;
  const first: Group = { ...group, segments: [], joins: [], label: 'headline' };
  const second: Group = { ...group, segments: [], joins: [], label: 'paragraph', opens: 0 };
  group.segments.forEach((segment, index) => {
    const length = segment.end - segment.start;
    if (rest >= length) push(first, segment, group.joins[index - 1]);
    else if (rest <= 0) push(second, segment, group.joins[index - 1]);
    else {
      const cut = segment.start + rest;
      let end = cut;
      while (isSpace(source.charCodeAt(end - 1))) end--;
      push(first, { ...segment, end }, group.joins[index - 1]);
      push(second, { ...segment, start: cut }, undefined);
    }
    rest -= length;
  });
  for (const part of [first, second]) {
    part.text = part.segments.map((segment) => source.slice(segment.start, segment.end)).join('');
  }
  if (datelineLength(second.text) > 0) second.opens = 1;
  else second.label = isByline(second.text) ? 'byline' : 'caption';
  return [first, second];
}

function push(group: Group, segment: Group['segments'][number], join: number | undefined): void {
  if (group.segments.length > 0 && join !== undefined) group.joins.push(join);
  group.segments.push(segment);
}
