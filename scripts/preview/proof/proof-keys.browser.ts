import type { newDoubtList } from '../doubts/doubt-list.browser.js';
import type { newDecisions } from '../history/decisions.browser.js';

interface KeyParts {
  /** The keys of the text. */
  floor: Readonly<Record<string, () => void>>;
  doubts: ReturnType<typeof newDoubtList>;
  decisions: ReturnType<typeof newDecisions>;
}

/** The keys of 校样, which act wherever no field has the focus. */
export function proofKeys({ floor, doubts, decisions }: KeyParts): (event: KeyboardEvent) => void {
  const keys: Record<string, () => void> = {
    ...floor,
    n: () => doubts.inOrder(() => doubts.step(1)),
    p: () => doubts.inOrder(() => doubts.step(-1)),
    a: () => doubts.inOrder(doubts.accept),
    l: () => doubts.inOrder(doubts.leave),
    e: doubts.enter,
    A: () => doubts.inOrder(doubts.acceptVisible),
    u: () => void decisions.undo(),
    U: () => void decisions.redo(),
  };
  for (let digit = 1; digit <= 9; digit++) keys[digit] = () => doubts.inOrder(() => doubts.choose(digit - 1));
  return (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    // Enter presses the button that has the focus.
    if (key === 'Enter' && (event.target as Element).closest?.('button, a, summary')) return;
    const isCommand = ctrlKey || metaKey;
    const isMove = altKey && (key === 'ArrowUp' || key === 'ArrowDown');
    const isWord = (ctrlKey || altKey) && (key === 'ArrowLeft' || key === 'ArrowRight');
    const word = isMove ? 'Move ' : isWord ? 'Word ' : '';
    const commands: Record<string, (() => void) | undefined> = {
      z: shiftKey ? keys.U : keys.u,
      y: keys.U,
      f: keys['/'],
    };
    const act =
      isCommand && !word
        ? commands[key.toLowerCase()]
        : altKey && !word
          ? undefined
          : keys[`${word}${shiftKey && /^(?:Arrow|Home|End)/.test(key) ? 'Shift ' : ''}${key}`];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
