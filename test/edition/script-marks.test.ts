import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countScripts, detectScript } from '../../scripts/edition/detect-script.js';
import { configNames, readDictionaries } from '../../scripts/edition/lexicon/dictionaries.js';
import { oldVariants } from '../../scripts/edition/lexicon/old-variants.js';

const file = join(import.meta.dirname, '../../scripts/edition/script-marks.ts');

/** Characters in rows of 40. */
const rows = (characters: readonly string[]) =>
  (characters.join('').match(/.{1,40}/gu) ?? []).map((row) => `  '${row}',`).join('\n');

/** Characters that only one script has, by OpenCC's dictionaries. */
function derive(): string {
  const toHant = readDictionaries('s2t');
  const toHans = readDictionaries('t2s').characters;
  const outputs = new Set(toHant.characters.values());
  for (const word of toHant.phrases.values()) for (const char of word) outputs.add(char);
  // Forms of a region are printed in Traditional texts: 床 beside 牀, 戸 beside 戶.
  const regional = new Set(
    configNames
      .filter((name) => name.startsWith('s2'))
      .flatMap((name) => [...readDictionaries(name).regional.values()]),
  );
  // An old variant tells nothing of the script: 神祇 is printed in both.
  const isOwn = (from: string, to: string) =>
    from.length === 1 && from !== to && !regional.has(from) && !oldVariants.characters.has(from);
  const hans = [...toHant.characters].filter(([from, to]) => isOwn(from, to) && !outputs.has(from));
  const hant = [...toHans].filter(([from, to]) => isOwn(from, to) && !toHant.characters.has(from));
  const lists = [hans, hant].map((pairs) => rows(pairs.map(([from]) => from).sort()));
  return `// Derived from OpenCC's dictionaries by test/edition/script-marks.test.ts (UPDATE=1); do not edit by hand.

/** Characters that only Simplified texts have. */
export const onlyHans = [
${lists[0]}
].join('');

/** Characters that only Traditional texts have. */
export const onlyHant = [
${lists[1]}
].join('');
`;
}

it('has the characters of the dictionaries that are installed', () => {
  const derived = derive();
  if (process.env.UPDATE) writeFileSync(file, derived);
  expect(readFileSync(file, 'utf8')).toBe(derived);
});

it.each([
  ['东河镇修渠三条', 'hans'],
  ['東河鎮修渠三條', 'hant'],
  ['台北市民上床看戲', 'hant'],
  ['人民日正', 'unknown'],
  ['東河镇修渠三条，縣裡說', 'mixed'],
])('%s is %s', (text, script) => {
  expect(detectScript(text)).toBe(script);
});

it('counts both scripts', () => {
  expect(countScripts('东河镇 東河鎮')).toEqual({ hans: 2, hant: 2 });
});
