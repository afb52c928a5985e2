import { anyOf } from '../../text/pattern.js';
import type { CharacterRule } from './rule.js';

/**
 * Tells which of some rules a text may concern: those with one of their signs in it, and those without signs. All are
 * looked for in one pass, and nearly all characters are a sign of none.
 */
export function newSignFinder(rules: readonly CharacterRule[]): (text: string) => Uint8Array {
  const isSign = anyOf(
    '',
    rules.flatMap(({ signs }) => signs ?? []),
  );
  /** For each UTF-16 unit 1 + the place of its rules in `sets`; 0 where it is not known yet. */
  const setOf = new Uint8Array(0x10000);
  /** The first is that of the characters that are no sign. */
  const sets: number[][] = [[]];
  const always = Uint8Array.from(rules, ({ signs }) => (signs ? 0 : 1));
  const learn = (unit: number): number => {
    const sign = String.fromCharCode(unit);
    // Asked once about nearly all characters, not once for each rule.
    const own = isSign.test(sign) ? rules.flatMap(({ signs }, at) => (signs?.test(sign) ? [at] : [])) : [];
    let known = sets.findIndex((some) => some.join() === own.join());
    if (known < 0) known = sets.push(own) - 1;
    setOf[unit] = known + 1;
    return known + 1;
  };
  return (text) => {
    const found = always.slice();
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const set = setOf[unit]! || learn(unit);
      if (set > 1) for (const rule of sets[set - 1]!) found[rule] = 1;
    }
    return found;
  };
}
