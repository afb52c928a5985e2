/** 特征: a feature of a line, as a number. Its name stands in the file of weights. */
export type Feature = number;

const names: string[] = [];
const numbers = new Map<string, Feature>();

/** The feature of this name. For modules that load: to look names up for each line would take more time than the rest. */
export function feature(name: string): Feature {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, names.length);
  names.push(name);
  return names.length - 1;
}

export const nameOf = (number: Feature): string => names[number]!;

/** The names of all features, by their numbers. */
export const featureNames: readonly string[] = names;

/** For each feature so far the one with these words before its name. */
export const variants = (before: string): readonly Feature[] =>
  [...names].map((name) => feature(before + name));
