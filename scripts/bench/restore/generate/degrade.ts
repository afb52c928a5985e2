import { hasHan } from '../../../text/characters.js';
import type { Random } from '../../random.js';
import type { Strength } from './layout.js';
import type { Glyph } from './typesetter.js';

const narrowForms: Record<string, string> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '？': '?',
  '！': '!',
  '％': '%',
};
const radicalForms: Record<string, string> = {
  月: '⽉',
  人: '⼈',
  民: '⺠',
  日: '⽇',
  大: '⼤',
  长: '⻓',
  见: '⻅',
  年: '\uf98e',
  六: '\uf9d1',
};
const confusions: Record<string, string> = {
  日: '曰',
  未: '末',
  己: '已',
  已: '己',
  〇: '0',
  '。': 'o',
  '1': 'l',
};

/** A habit of a paragraph: its change of a character. */
type Habit = (char: string, random: Random) => string;

/**
 * Degrades characters like extraction or recognition: habits last for a paragraph. Lines were set before, so no line
 * end moves.
 */
export function newDegrader(strength: Strength, random: Random): (glyphs: readonly Glyph[]) => Glyph[] {
  if (strength === 'clean') return (glyphs) => [...glyphs];
  const heavy = strength === 'heavy';
  const habits = chooseHabits(heavy, random);
  const dropShare = heavy && random.chance(0.3) ? 0.008 : 0;
  return (glyphs) =>
    glyphs.flatMap((glyph) => {
      if (random.chance(dropShare)) return [];
      const char = habits.reduce((now, habit) => habit(now, random), glyph.char);
      return [{ ...glyph, char }];
    });
}

function chooseHabits(heavy: boolean, random: Random): Habit[] {
  const half = random.chance(heavy ? 0.2 : 0.05) ? random.next() : 0;
  const some = (share: number, habit: Habit): Habit[] => (random.chance(share) ? [habit] : []);
  const rate = heavy ? 1 : 0.25;
  return [
    (char, one) => (narrowForms[char] && one.chance(half) ? narrowForms[char] : char),
    ...some(0.1 * rate, (char) => radicalForms[char] ?? char),
    ...some(0.06 * rate, (char) =>
      /[0-9A-Za-z]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char,
    ),
    ...some(0.08 * rate, (char) => ({ '“': '"', '”': '"' })[char] ?? char),
    ...some(0.05 * rate, (char) => ({ '—': '─', '…': '⋯' })[char] ?? char),
    ...some(0.05 * rate, (char) => (char === '〇' ? '○' : char === '·' ? '•' : char)),
    ...some(0.05 * rate, (char, one) => (one.chance(0.05) ? `${char}\u200b` : char)),
    ...some(0.04 * rate, (char, one) => (one.chance(0.03) && hasHan(char) ? `${char}\ufe00` : char)),
    ...(heavy
      ? [((char, one) => (confusions[char] && one.chance(0.02) ? confusions[char] : char)) as Habit]
      : []),
  ];
}
