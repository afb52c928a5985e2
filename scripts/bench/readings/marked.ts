const marks = ['\u0304', '\u0301', '\u030c', '\u0300'];

/** `lu:4` as lǜ, `lue4` as lüè: the mark stands on a or e, on the o of ou, else on the last vowel. */
export function marked(label: string): string {
  const letters = label
    .slice(0, -1)
    .replace('u:', 'ü')
    .replace('v', 'ü')
    .replace(/^([nl])ue$/, '$1üe');
  const mark = marks[Number(label.at(-1)) - 1];
  if (mark === undefined) return letters;
  const at = /[ae]/.test(letters)
    ? letters.search(/[ae]/)
    : letters.includes('ou')
      ? letters.indexOf('o')
      : lastVowel(letters);
  return (letters.slice(0, at + 1) + mark + letters.slice(at + 1)).normalize('NFC');
}

const lastVowel = (letters: string) => Math.max(...[...'iouü'].map((vowel) => letters.lastIndexOf(vowel)));
