import { isSpace } from '../../text/characters.js';
import { gluedBylineAt, gluedCaptionAt, isCaption } from '../../text/press/names.js';
import type { Group } from '../write/groups.js';

/**
 * 粘连: cuts groups in which the extraction ran two parts together: a headline and a caption, a headline and a byline.
 * Cuts only where the second part has a beginning of its own.
 */
export function cutGlued(source: string, groups: readonly Group[]): Group[] {
  return groups.flatMap((group) => {
    const at = cutPosition(group);
    return at === undefined ? [group] : splitGroup(source, group, at);
  });
}

function cutPosition(group: Group): number | undefined {
  if (isCaption(group.text)) {
    const at = gluedCaptionAt(group.text);
    if (at > 0) return at;
  }
  if (!group.isDisplay || group.segments.length > 1) return undefined;
  return gluedBylineAt(group.text) || undefined;
}

function splitGroup(source: string, group: Group, at: number): Group[] {
  let rest = at;
  const first: Group = { ...group, segments: [], joins: [], isDisplay: true };
  const second: Group = { ...group, segments: [], joins: [], isDisplay: false };
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
  return [first, second];
}

function push(group: Group, segment: Group['segments'][number], join: number | undefined): void {
  if (group.segments.length > 0 && join !== undefined) group.joins.push(join);
  group.segments.push(segment);
}
