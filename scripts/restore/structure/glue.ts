import { isSpace } from '../../text/characters.js';
import type { Group } from '../write/groups.js';
import { isCaption } from './labels.js';

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

/** A date that opens a sentence, straight after five or more characters without a mark. */
const dateOpens =
  /^[^，。；：！？、\d]{5,40}?(?<![于在从至自到截的])(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚)?，)/u;
const bylineOpens =
  /^[^，。；：！？]{6,36}?(?=(?:本报|□)(?:全媒体)?记者[ \u3000]*[\u3400-\u9fff]{1,3}(?:[ \u3000]+[\u3400-\u9fff]{1,3})*$)|^[^，。；：！？]{8,36}?(?=记者[ \u3000]+[\u3400-\u9fff]{1,3}(?:[ \u3000]+[\u3400-\u9fff]{1,3})*$)/u;

function cutPosition(group: Group): number | undefined {
  if (isCaption(group.text)) {
    const found = dateOpens.exec(group.text);
    if (found) return found[0].length;
  }
  if (!group.isDisplay || group.segments.length > 1) return undefined;
  return bylineOpens.exec(group.text)?.[0].length;
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
