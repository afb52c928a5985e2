import type { Decision } from '../layout/proof.js';
import { changesBetween, decisionAt, isWhole } from './edit-text.browser.js';
import { textOf } from './piece-content.browser.js';

interface FieldParts {
  decide: (decision: Decision) => void;
  close: () => void;
  /** Called with what was typed: fonts may lack it. */
  typed: (text: string) => void;
}

/**
 * 就地改: makes the text of a piece a field. Enter writes what was changed, as one decision; Escape leaves it as it was.
 *
 * @param chosen the stretch that is selected, in offsets of the text
 */
export function openField(
  piece: HTMLElement,
  chosen: readonly [from: number, to: number],
  { decide, close, typed }: FieldParts,
): void {
  const text = piece.querySelector<HTMLElement>('.restored-text')!;
  const before = textOf(piece);
  const nodes = [...text.childNodes];
  text.textContent = before;
  text.contentEditable = 'plaintext-only';
  text.setAttribute('role', 'textbox');
  text.focus();
  const node = text.firstChild;
  if (node) getSelection()?.setBaseAndExtent(node, chosen[0], node, chosen[1]);
  let isDone = false;
  const end = (isWritten: boolean, isLeft = false) => {
    if (isDone) return;
    isDone = true;
    const after = linesLike(before, text.textContent ?? '');
    text.removeAttribute('contenteditable');
    text.removeAttribute('role');
    text.replaceChildren(...nodes);
    const changes = isWritten ? changesBetween(before, after) : [];
    const decisions = (
      isWhole(piece) && changes.length > 0 ? [{ from: 0, to: before.length, words: after }] : changes
    ).flatMap((change) => decisionAt(piece, change) ?? []);
    text.removeEventListener('keydown', onKey);
    text.removeEventListener('focusout', onLeave);
    text.removeEventListener('input', onInput);
    if (!isLeft) piece.focus({ preventScroll: true });
    close();
    if (decisions.length > 0) decide(decisions.length === 1 ? decisions[0]! : { kind: 'several', decisions });
  };
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    // An input method ends its own words with Enter.
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    end(event.key === 'Enter');
  };
  const onLeave = () => end(true, true);
  const onInput = () => typed(text.textContent ?? '');
  text.addEventListener('keydown', onKey);
  text.addEventListener('focusout', onLeave);
  text.addEventListener('input', onInput);
}

/** A typed text with line breaks only where the text before has them: breaks that were pasted into a paragraph go. */
function linesLike(before: string, typed: string): string {
  if (!before.includes('\n')) return typed.replace(/[\r\n]+/g, '');
  // The browser adds one behind an empty last line.
  return typed.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
}
