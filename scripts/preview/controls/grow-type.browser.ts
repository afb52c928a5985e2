/** Characters that a person has typed: the type of the desk must have them as well. */
const typed = new Set<string>();
const waiting = new Set<() => void>();

/** All characters that were typed, sorted: part of the address of the type. */
export const typedCharacters = (): string => [...typed].sort().join('');

/** Adds characters to the type, where they are new. */
export function growType(text: string): void {
  const before = typed.size;
  for (const character of text) if (character > '\u2e7f') typed.add(character);
  if (typed.size > before) for (const told of waiting) told();
}

/** Calls when there are new characters. */
export const whenTyped = (told: () => void): void => void waiting.add(told);
