import { iconButton } from '../controls/controls.browser.js';
import { element } from '../controls/element.browser.js';
import { fold, learnForms } from '../controls/fold.browser.js';
import type { PlainDecision } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import { decisionAt, isWhole } from './edit-text.browser.js';
import { textOf } from './piece-content.browser.js';

interface FindParts {
  pieces: () => HTMLElement[];
  /** Goes to a stretch of a piece's text, and chooses it. */
  reach: (piece: HTMLElement, from: number, to: number) => void;
  decide: (decisions: PlainDecision[]) => void;
  close: () => void;
}

interface Hit {
  piece: HTMLElement;
  from: number;
  to: number;
}

/** Hits on the list; the count tells how many there are. */
const mostListed = 300;
const beside = 8;

/** 查找替换 over all stories: a list of hits, each replaced by itself or all at once. Both scripts find each other. */
export function newFindBar({ pieces, reach, decide, close }: FindParts) {
  let hits: Hit[] = [];
  let here = 0;
  const count = element('span', { class: 'search-count', role: 'status' });
  const list = element('ol', { class: 'hits' });
  const find = (at = 0) => {
    const wanted = fold(field.value.trim());
    hits = wanted === '' ? [] : pieces().flatMap((piece) => hitsIn(piece, wanted));
    here = Math.min(at, Math.max(0, hits.length - 1));
    show();
  };
  const show = () => {
    count.textContent =
      field.value === '' ? '' : hits.length > 0 ? `${here + 1} / ${hits.length}` : say('searchNone');
    list.replaceChildren(
      ...hits.slice(0, mostListed).map(({ piece, from, to }, index) => {
        const text = textOf(piece);
        return element(
          'li',
          { 'aria-current': index === here ? 'true' : undefined },
          element(
            'button',
            { type: 'button', lang: 'zh', onclick: () => step(index - here) },
            text.slice(Math.max(0, from - beside), from),
            element('mark', {}, text.slice(from, to)),
            text.slice(to, to + beside),
          ),
        );
      }),
    );
  };
  const step = (by: number) => {
    if (hits.length === 0) return;
    here = (here + by + hits.length) % hits.length;
    show();
    const { piece, from, to } = hits[here]!;
    reach(piece, from, to);
  };
  const replace = (chosen: readonly Hit[]) => {
    const decisions = decisionsOf(chosen, other.value);
    if (decisions.length > 0) decide(decisions);
    field.value = '';
    find();
    end();
  };
  const end = () => {
    root.hidden = true;
    close();
  };
  const keys = (press: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') end();
    else if (event.key === 'Enter') {
      event.preventDefault();
      press(event);
    }
  };
  const field = element('input', {
    type: 'search',
    'aria-label': say('search'),
    placeholder: say('search'),
    oninput: () => find(),
    onkeydown: keys(() => {
      if (hits.length === 0) return;
      const { piece, from, to } = hits[here]!;
      end();
      reach(piece, from, to);
      // The hidden field would keep the keys until the next picture.
      piece.focus({ preventScroll: true });
    }),
  });
  const other = element('input', {
    'aria-label': say('replaceWith'),
    placeholder: say('replaceWith'),
    autocomplete: 'off',
    onkeydown: keys(({ shiftKey }) => replace(shiftKey ? hits : hits.slice(here, here + 1))),
  });
  const root = element(
    'div',
    { class: 'find-bar', role: 'search', hidden: true },
    field,
    other,
    count,
    iconButton('previous', say('searchPrevious'), () => step(-1)),
    iconButton('next', say('searchNext'), () => step(1)),
    element(
      'button',
      { type: 'button', onclick: () => replace(hits.slice(here, here + 1)) },
      say('replaceOne'),
    ),
    element('button', { type: 'button', onclick: () => replace(hits) }, say('replaceAll')),
    iconButton('close', say('close'), end),
    list,
  );
  return {
    root,
    open() {
      root.hidden = false;
      field.focus();
      field.select();
      void learnForms().then(() => find());
    },
    /** Call this after the pieces were renewed. */
    renew() {
      if (!root.hidden) find(here);
    },
  };
}

function hitsIn(piece: HTMLElement, wanted: string): Hit[] {
  const text = textOf(piece);
  // A character may fold to several: each unit keeps its origin.
  const origins: number[] = [];
  let folded = '';
  let offset = 0;
  for (const character of text) {
    for (const unit of fold(character)) {
      folded += unit;
      origins.push(offset);
    }
    offset += character.length;
  }
  origins.push(text.length);
  const hits: Hit[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    hits.push({ piece, from: origins[at]!, to: origins[at + wanted.length]! });
  return hits;
}

/** A decision a hit; those in one block that a person wrote are one, since each is about the whole block. */
function decisionsOf(hits: readonly Hit[], words: string): PlainDecision[] {
  const own = new Map<HTMLElement, Hit[]>();
  const decisions = hits.flatMap((hit) => {
    if (!isWhole(hit.piece)) return decisionAt(hit.piece, { ...hit, words }) ?? [];
    own.set(hit.piece, [...(own.get(hit.piece) ?? []), hit]);
    return [];
  });
  for (const [piece, inside] of own) {
    let text = textOf(piece);
    for (const { from, to } of inside.toReversed()) text = text.slice(0, from) + words + text.slice(to);
    const decision = decisionAt(piece, { from: 0, to: textOf(piece).length, words: text });
    if (decision) decisions.push(decision);
  }
  return decisions;
}
