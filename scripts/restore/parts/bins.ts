import { type Feature, feature } from './feature.js';

/** The features of a number's bins. */
export function binsOf(name: string, bounds: readonly number[]): (value: number) => Feature {
  const bins = [...bounds.map((bound) => `${name} <${bound}`), `${name} ≥${bounds.at(-1)}`].map(feature);
  return (value) => {
    let at = 0;
    while (at < bounds.length && !(value < bounds[at]!)) at++;
    return bins[at]!;
  };
}
