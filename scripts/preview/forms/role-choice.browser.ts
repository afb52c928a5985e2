import { roles } from '../../article/article.js';
import { element } from '../controls/element.browser.js';
import { say } from '../words/say.browser.js';
import type { Word } from '../words/words.js';

/** Roles of a piece, the most usual first: they have the keys 1 … 9, then a …. */
const parts = [
  'paragraph',
  'headline',
  'crosshead',
  'lead',
  'furniture',
  'kicker',
  'deck',
  'byline',
] as const;
/** All roles, in the order of their keys. */
export const allParts = [...parts, ...roles.filter((role) => !parts.some((part) => part === role))];
const keyOf = (index: number) => (index < 9 ? String(index + 1) : String.fromCharCode(97 + index - 9));

export const partName = (part: string) => say(`part_${part}` as Word);

/** 角色: all roles as buttons, each with its key. */
export function roleChoice(now: string, choose: (role: string) => void, close: () => void): HTMLElement {
  const buttons = allParts.map((part, index) =>
    element(
      'button',
      {
        type: 'button',
        'aria-pressed': String(part === now),
        'data-role': part,
        onclick: () => choose(part),
      },
      element('kbd', { 'aria-hidden': 'true' }, keyOf(index)),
      partName(part),
    ),
  );
  const root = element(
    'div',
    {
      class: 'role-choice',
      role: 'group',
      'aria-label': say('role'),
      onkeydown: (event: KeyboardEvent) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const at = allParts.findIndex((_, index) => keyOf(index) === event.key);
        if (at < 0 && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        if (at >= 0) choose(allParts[at]!);
        else close();
      },
    },
    ...buttons,
  );
  queueMicrotask(() => {
    buttons[Math.max(0, allParts.indexOf(now as (typeof allParts)[number]))]?.focus();
    root.scrollIntoView({ block: 'nearest' });
  });
  return root;
}
