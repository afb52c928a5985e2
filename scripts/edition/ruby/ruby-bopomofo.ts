/**
 * 注音符號 of a pinyin syllable: "hàn" → "ㄏㄢˋ". The table of 漢語拼音 and 注音符號, by initial and final.
 * An irregular syllable (ê̄, m̀) stays as it is.
 */
export function bopomofo(pinyin: string): string {
  const { letters, tone } = takeTone(pinyin);
  const symbols = toSymbols(letters);
  if (symbols === undefined) return pinyin === 'r' ? 'ㄦ' : pinyin;
  // The neutral tone's point comes before its syllable (above it, in vertical writing).
  return tone === 0 ? `˙${symbols}` : symbols + ['', 'ˊ', 'ˇ', 'ˋ'][tone - 1]!;
}

const toneMarks = ['\u0304', '\u0301', '\u030c', '\u0300'];

function takeTone(pinyin: string): { letters: string; tone: number } {
  let tone = 0;
  const letters = [...pinyin.normalize('NFD')].filter((character) => {
    const at = toneMarks.indexOf(character);
    if (at >= 0) tone = at + 1;
    return at < 0;
  });
  return { letters: letters.join('').normalize('NFC'), tone };
}

const initials = new Map(
  'b ㄅ p ㄆ m ㄇ f ㄈ d ㄉ t ㄊ n ㄋ l ㄌ g ㄍ k ㄎ h ㄏ j ㄐ q ㄑ x ㄒ zh ㄓ ch ㄔ sh ㄕ r ㄖ z ㄗ c ㄘ s ㄙ'
    .split(/ (?=[a-z])/)
    .map((pair) => pair.split(' ') as [string, string]),
);

const finals = new Map(
  (
    'a ㄚ o ㄛ e ㄜ ê ㄝ ai ㄞ ei ㄟ ao ㄠ ou ㄡ an ㄢ en ㄣ ang ㄤ eng ㄥ er ㄦ i ㄧ ia ㄧㄚ ie ㄧㄝ iao ㄧㄠ iu ㄧㄡ ian ㄧㄢ in ㄧㄣ ' +
    'iang ㄧㄤ ing ㄧㄥ io ㄧㄛ u ㄨ ua ㄨㄚ uo ㄨㄛ uai ㄨㄞ ui ㄨㄟ uan ㄨㄢ un ㄨㄣ uang ㄨㄤ ong ㄨㄥ ueng ㄨㄥ ü ㄩ üe ㄩㄝ üan ㄩㄢ ün ㄩㄣ iong ㄩㄥ'
  )
    .split(/ (?=[a-zêü])/)
    .map((pair) => pair.split(' ') as [string, string]),
);

function toSymbols(letters: string): string | undefined {
  const [, initial = '', final = ''] = /^([zcs]h|[bpmfdtnlgkhjqxrzcs])?(.*)$/.exec(spellOut(letters)) ?? [];
  const head = initials.get(initial) ?? '';
  // zhi, chi, shi, ri, zi, ci, si have no vowel to write.
  if (final === 'i' && /^(?:[zcs]h?|r)$/.test(initial)) return head;
  const rounded = /^[jqx]$/.test(initial) ? final.replace(/^u/, 'ü') : final;
  const tail = finals.get(rounded);
  return tail === undefined ? undefined : head + tail;
}

/**
 * Syllables without an initial, as if they had none of the letters that pinyin writes instead: yuan → üan, wei → ui.
 */
function spellOut(letters: string): string {
  return letters
    .replace(/^yu/, 'ü')
    .replace(/^yi/, 'i')
    .replace(/^you$/, 'iu')
    .replace(/^yong$/, 'iong')
    .replace(/^y/, 'i')
    .replace(/^wu/, 'u')
    .replace(/^wei$/, 'ui')
    .replace(/^wen$/, 'un')
    .replace(/^w/, 'u');
}
