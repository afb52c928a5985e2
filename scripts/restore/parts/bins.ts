/** Names of a feature's bins, written once: a name that is put together for each line takes more time than the rest. */
export function binsOf(name: string, bounds: readonly number[]): (value: number) => string {
  const names = [...bounds.map((bound) => `${name} <${bound}`), `${name} ≥${bounds.at(-1)}`];
  return (value) => {
    let at = 0;
    while (at < bounds.length && !(value < bounds[at]!)) at++;
    return names[at]!;
  };
}
