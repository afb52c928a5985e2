const han = '零一二三四五六七八九';
const stems = '甲乙丙丁戊己庚辛壬癸';
const romans: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/**
 * The number of a list label, in any figures that a sheet may choose; undefined for a point. Letters that are also
 * Roman figures count as such where that gives the expected number.
 */
export function numeralValue(label: string): number | undefined {
  const text = label.normalize('NFKC').replace(/[\s.,、．:()（）〔〕[\]·-]/gu, '');
  if (text === '' || !/[\p{L}\p{N}]/u.test(text)) return undefined;
  if (/^\p{Nd}+$/u.test(text)) return Number(text);
  if (/^[一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾]+$/u.test(text)) return hanValue(text);
  if (text.length === 1 && stems.includes(text)) return stems.indexOf(text) + 1;
  if (/^[ivxlcdm]+$/i.test(text) && !/^[cdlm]$/i.test(text)) return romanValue(text.toLowerCase());
  if (/^[a-z]$/i.test(text)) return text.toLowerCase().charCodeAt(0) - 96;
  return Number.NaN;
}

function hanValue(text: string): number {
  const plain = text
    .replace(/〇/g, '零')
    .replace(/[壹贰叁肆伍陆柒捌玖]/g, (one) => han['壹贰叁肆伍陆柒捌玖'.indexOf(one) + 1]!)
    .replace(/拾/g, '十');
  let [sum, digit] = [0, 0];
  for (const character of plain) {
    if (character === '十') sum += (digit || 1) * 10;
    else if (character === '百') sum += (digit || 1) * 100;
    digit = han.includes(character) ? han.indexOf(character) : 0;
  }
  return sum + digit;
}

function romanValue(text: string): number {
  let [rest, sum] = [text, 0];
  for (const [letters, value] of romans)
    while (rest.startsWith(letters)) {
      rest = rest.slice(letters.length);
      sum += value;
    }
  return rest === '' ? sum : Number.NaN;
}
