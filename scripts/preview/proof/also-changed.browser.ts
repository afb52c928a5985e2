import type { Range } from '../../article/ledger.js';
import { element } from '../controls/element.browser.js';
import type { Decision, Proof } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import { pieceAt } from './proof-story.browser.js';

/** A piece of both states whose role, or place at the head of a story, is another. */
interface Changed {
  at: number;
  text: string;
}

/**
 * 连带: the other pieces that changed with a decision, so that nothing changes silently.
 * They are marked, and listed with a button each.
 */
export function tellAlsoChanged(
  root: HTMLElement,
  { before, after, isAbout }: { before: Proof; after: Proof; isAbout: (at: number) => boolean },
  { reach, undo }: { reach: (at: number) => void; undo: () => void },
): HTMLElement[] {
  for (const piece of root.querySelectorAll('.also-changed')) piece.classList.remove('also-changed');
  const changed =
    before.source === after.source ? changedIn(before, after).filter(({ at }) => !isAbout(at)) : [];
  if (changed.length === 0) return [];
  for (const { at } of changed) pieceAt(root, at)?.classList.add('also-changed');
  return [
    element('p', {}, say('alsoChanged')),
    ...changed.map(({ at, text }) =>
      element('button', { type: 'button', lang: 'zh', onclick: () => reach(at) }, `${text.slice(0, 14)}…`),
    ),
    element('button', { type: 'button', onclick: undo }, say('undo')),
  ];
}

function changedIn(before: Proof, after: Proof): Changed[] {
  const known = rolesIn(before);
  return [...rolesIn(after)].flatMap(([at, { role, text }]) => {
    const old = known.get(at);
    return old && old.role !== role ? [{ at, text }] : [];
  });
}

/** Roles by the place where a piece begins; at the head of a story a piece has another role than inside one. */
function rolesIn({ stories }: Proof): Map<number, { role: string; text: string }> {
  const roles = new Map<number, { role: string; text: string }>();
  for (const { pieces } of stories)
    pieces.forEach(({ part, ranges, text }, index) => {
      const at = ranges[0]?.[0];
      if (at !== undefined) roles.set(at, { role: `${part} ${index === 0}`, text });
    });
  return roles;
}

/** True for places that a decision is about. */
export function isAbout(decision: Decision): (at: number) => boolean {
  const all = decision.kind === 'several' ? decision.decisions : [decision];
  const ranges = all.flatMap((one): Range[] => {
    if (one.kind === 'join' || one.kind === 'break') return [[one.at, one.at + 1]];
    if ('ranges' in one) return one.ranges;
    return 'range' in one ? [one.range] : 'beside' in one ? one.beside.ranges : [];
  });
  return (at) => ranges.some(([start, end]) => at >= start && at < end);
}
