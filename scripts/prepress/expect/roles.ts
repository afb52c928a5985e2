import type { Element } from 'hast';

/** Elements that begin on a line of their own. */
export const blocks = new Set(
  'p h1 h2 h3 h4 h5 h6 li ul ol table thead tbody tr td th blockquote figure pre aside section article header div hr dl dt dd nav'.split(
    ' ',
  ),
);

/** Types of a tagged PDF by names of HTML elements; others have none that is compared. */
const types: Readonly<Record<string, string>> = {
  p: 'P',
  pre: 'P',
  dt: 'P',
  dd: 'P',
  ul: 'L',
  ol: 'L',
  table: 'Table',
  tr: 'TR',
  td: 'TD',
  th: 'TH',
  blockquote: 'BlockQuote',
  figure: 'Figure',
  code: 'Code',
  a: 'Link',
};

/** The types whose elements are compared; the others group, or mark words whose look is compared. */
export const comparedTypes = new Set([
  ...Object.values(types),
  'H',
  'LI',
  'LBody',
  'Note',
  'Reference',
  'Ruby',
  'RB',
]);

/** The roles of an element in a tagged PDF, from the outside. */
export function rolesOf(element: Element): string[] {
  const { tagName } = element;
  const classes = classesOf(element);
  if (/^h[1-6]$/.test(tagName)) return ['H'];
  if (tagName === 'li') return ['LI', 'LBody'];
  if (tagName === 'ruby') return ['Ruby', 'RB'];
  if (classes.includes('note') || classes.includes('end-note')) return ['Note'];
  if (classes.includes('note-call')) return ['Reference'];
  if (tagName === 'a' && element.properties.href === undefined) return [];
  // Several pictures side by side are a Figure each, and what is around them is a group.
  if (tagName === 'figure' && picturesIn(element) > 1) return [];
  const type = types[tagName];
  return type ? [type] : [];
}

function picturesIn({ children }: Element): number {
  return children.reduce(
    (sum, child) => sum + (child.type !== 'element' ? 0 : child.tagName === 'img' ? 1 : picturesIn(child)),
    0,
  );
}

export function classesOf({ properties }: Element): string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map(String) : [];
}
