import type { Placement } from '../../measure/placement.js';
import { placementNumbers } from '../../numbers/place.js';
import type { Group } from '../../write/groups.js';

/** Labels of kickers by their words; one of two rows is a headline by them. */
const mayBe: ReadonlySet<Group['label']> = new Set(['crosshead', 'paragraph', 'deck', 'headline']);

const { display, raised, sameSize } = placementNumbers;

/**
 * 引题 by place: raised type at the top of a column, over larger type, is the headline's kicker, also in two rows and
 * whatever its words look like.
 *
 * @param placementAt the place of the line that begins at an offset, if known
 */
export function labelPlacedKickers(
  groups: readonly Group[],
  placementAt: (start: number) => Placement | undefined,
): void {
  groups.forEach((group, index) => {
    const next = groups[index + 1];
    if (group.isFixed || next?.label !== 'headline') return;
    if (!mayBe.has(group.label)) return;
    const head = placementAt(next.segments[0]!.start);
    const own = group.segments.map(({ start }) => placementAt(start));
    if (!head || head.ratio < display || !own[0]?.isFirst) return;
    const isKicker = own.every(
      (place) => place && place.ratio >= raised && place.line.size * sameSize < head.line.size,
    );
    if (isKicker) group.label = 'kicker';
  });
}
