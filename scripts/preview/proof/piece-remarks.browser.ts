import { element } from '../controls/element.browser.js';
import type { Notebook } from '../decide/notebook.js';
import { remarkForm } from '../forms/remark-form.browser.js';
import { say } from '../words/say.browser.js';
import { fill, textOf } from './piece-content.browser.js';
import { setBusy } from './proof-acts.browser.js';

type Remark = Notebook['remarks'][number];

interface RemarkParts {
  root: HTMLElement;
  here: () => HTMLElement | undefined;
  /** Brings a block into sight, and makes it the current one. */
  reach: (piece: HTMLElement) => void;
  /** Closes every form. */
  close: () => void;
  /** Resolves to true when the note is in the notebook. */
  write: (block: string, text: string) => Promise<boolean>;
}

/** Number of characters that identify a block after a reload. */
const keyLength = 24;

/** 批注: notes for a colleague, each under its block and all in a list beside the text. */
export function newRemarks({ root, here, reach, close, write }: RemarkParts) {
  let remarks: readonly Remark[] = [];
  const list = element('ol', { class: 'remarks' });
  const count = element('span', { class: 'count' });
  const panel = element(
    'details',
    { class: 'remarks-panel', hidden: true },
    element('summary', {}, say('remarks'), count),
    list,
  );
  /** Blocks by their first words; a number distinguishes blocks that begin alike. */
  const blocks = () => {
    const found = new Map<string, HTMLElement>();
    for (const piece of root.querySelectorAll<HTMLElement>('.piece')) {
      const words = [...textOf(piece).replace(/\s+/g, '')].slice(0, keyLength).join('');
      let key = words;
      for (let nth = 2; found.has(key); nth++) key = `${words} ${nth}`;
      found.set(key, piece);
    }
    return found;
  };
  const keyOf = (piece: HTMLElement) => [...blocks()].find(([, one]) => one === piece)?.[0];
  const render = () => {
    for (const old of root.querySelectorAll('.piece-remark')) old.remove();
    const found = remarks.length > 0 ? blocks() : new Map<string, HTMLElement>();
    for (const remark of remarks) found.get(remark.block)?.append(remarkView(remark));
    panel.hidden = remarks.length === 0;
    count.textContent = ` ${remarks.length}`;
    list.replaceChildren(
      ...remarks.map((remark) => {
        const piece = found.get(remark.block);
        return element(
          'li',
          {},
          element(
            'button',
            { type: 'button', onclick: () => piece && reach(piece) },
            element('span', { lang: 'zh' }, `${remark.block.slice(0, 12)}…`),
            ` ${remark.text}`,
          ),
          element('span', { class: 'doubt-where' }, piece ? signed(remark) : say('blockGone')),
        );
      }),
    );
  };
  const remarkView = (remark: Remark) =>
    element(
      'p',
      { class: 'piece-remark' },
      element('span', { class: 'remark-words' }, remark.text),
      element('span', { class: 'doubt-where' }, signed(remark)),
      element(
        'button',
        {
          type: 'button',
          'aria-label': `${say('remarkDone')}: ${remark.text}`,
          onclick: () => void write(remark.block, ''),
        },
        say('remarkDone'),
      ),
    );
  return {
    panel,
    show(now: readonly Remark[]): void {
      if (JSON.stringify(now) === JSON.stringify(remarks)) return;
      remarks = now;
      render();
    },
    /** Call this after the pieces were renewed. */
    renew(): void {
      if (remarks.length > 0) render();
    },
    /** Opens a field for a note about the current piece, with the present note if there is one. */
    open(): void {
      const piece = here();
      const block = piece && keyOf(piece);
      if (!piece || !block) return;
      close();
      fill(piece);
      const now = remarks.find((remark) => remark.block === block)?.text ?? '';
      const form = remarkForm(now, {
        close,
        // If the server refuses the note, its words stay in the field.
        write: (text) => {
          setBusy(form, true);
          piece.focus({ preventScroll: true });
          void write(block, text).then((isDone) => {
            setBusy(form, false);
            if (isDone) close();
            else if (document.activeElement === piece) form.querySelector('input')?.focus();
          });
        },
      });
      piece.querySelector('.piece-head')!.after(form);
    },
  };
}

const signed = ({ by, at }: Remark) => [by, at.slice(0, 10)].filter(Boolean).join(' · ');
