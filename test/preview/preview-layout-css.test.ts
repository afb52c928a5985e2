import { expect, it } from 'vitest';
import { layoutCss } from '../../scripts/preview/layout/layout-css.js';

const isSame = (one: string, other: string) => layoutCss(one) === layoutCss(other);

it.each([
  ['p { color: red; margin: 0 }', 'p { color: blue; margin: 0 }'],
  ['p { margin: 0; color: red }', 'p { margin: 0 }'],
  ['p { margin: 0 } /* red */', '/* blue; } */ p { margin: 0 }'],
  ['h2 { border-bottom-color: #111; background: white }', 'h2 { background: url("a;b.png") }'],
  ['p { margin: 0 } q { color: red }', 'p { margin: 0 }'],
  ['p { color: red }', 'h1 { color: red }'],
  ['@media print { p { text-shadow: 0 0 1px red; } }', '@media print { p { text-shadow: none; } }'],
])('sees that only paint differs: %s', (one, other) => expect(isSame(one, other)).toBe(true));

it.each([
  ['p { margin: 0 }', 'p { margin: 1px }'],
  ['p { border: 1px solid red }', 'p { border: 2px solid red }'],
  ['p { --ink: red }', 'p { --ink: blue }'],
  ['p::after { content: "; color: red" }', 'p::after { content: "; color: blue" }'],
  [':root { --x: 1em; color: red } p { margin: var(--x) }', ':root { --x: 2em } p { margin: var(--x) }'],
  ['p { color: red; } q { all: unset }', 'p { color: red; all: unset }'],
])('sees that more may differ: %s', (one, other) => expect(isSame(one, other)).toBe(false));
