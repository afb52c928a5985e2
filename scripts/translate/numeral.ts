const digits = '〇一二三四五六七八九';
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** A Chinese numeral as a number: 二十五 is 25, 一九八二 is 1982; undefined for anything else. */
export function readNumeral(numeral: string): number | undefined {
  const characters = [...numeral.replaceAll('零', '〇')];
  if (characters.every((character) => digits.includes(character)))
    return Number(characters.map((character) => digits.indexOf(character)).join(''));
  let [sum, digit] = [0, 0];
  for (const [index, character] of characters.entries()) {
    const unit = units[character];
    if (unit === undefined) {
      digit = digits.indexOf(character);
      continue;
    }
    sum += (digit === 0 && index === 0 ? 1 : digit) * unit;
    digit = 0;
  }
  return sum + digit;
}
