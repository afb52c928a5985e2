/** Order of keys: those pressed while a decision is on its way refer to the state after it. */
export function newTurn() {
  /** Number of decisions that are not on the screen yet. */
  let settling = 0;
  const ahead: (() => void)[] = [];
  const settled = () => {
    settling--;
    while (settling === 0 && ahead.length > 0) ahead.shift()!();
  };
  return {
    settling(decision: Promise<void>): void {
      settling++;
      void decision.then(settled);
    },
    inOrder(act: () => void): void {
      if (settling > 0) ahead.push(act);
      else act();
    },
  };
}
