import { pinyin } from 'pinyin-pro';
import { simplify } from '../../edition/lexicon/own-words.js';
import { marked } from './marked.js';

/**
 * Readings of the mainland that Taiwan does not use, each with the reading used in Taiwan instead: `期qīqí`.
 *
 * @param base BPMFBase.txt of McBopomofo (MIT): `企 ㄑㄧˋ qi4 fu4 big5`, all readings of each character in Taiwan.
 * @param usual heterophony1.list of the same: `識 ㄕˋ`, the usual one of several.
 */
export function makeTaiwanReadings(base: string, usual: string): string[] {
  const readings = new Map<string, { symbols: string; said: string }[]>();
  for (const line of base.split('\n')) {
    const [char, symbols, label, , set] = line.split(' ');
    // Labels without a number have the first tone.
    if (!char || !symbols || !label || set !== 'big5') continue;
    const said = marked(/\d$/.test(label) ? label : `${label}1`);
    readings.set(char, [...(readings.get(char) ?? []), { symbols, said }]);
  }
  const first = new Map(usual.split('\n').map((line) => line.split(' ') as [string, string]));
  return [...readings].flatMap(([char, own]) => {
    const simplified = simplify(char);
    if (simplified.length !== 1) return [];
    const mainland = new Set(pinyin(simplified, { type: 'array', multiple: true, toneSandhi: false }));
    return [...mainland].flatMap((reading) => {
      if (reading === simplified || own.some(({ said }) => said === reading)) return [];
      return [`${char}${reading}>${nearest(own, reading, first.get(char))}`];
    });
  });
}

/** The only reading, the only one with the same sounds in another tone, the usual one, or the first, in this order. */
function nearest(
  own: readonly { symbols: string; said: string }[],
  reading: string,
  usual: string | undefined,
): string {
  const alike = own.filter(({ said }) => toneless(said) === toneless(reading));
  if (alike.length === 1) return alike[0]!.said;
  return (own.find(({ symbols }) => symbols === usual) ?? own[0]!).said;
}

const toneless = (syllable: string) =>
  syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
