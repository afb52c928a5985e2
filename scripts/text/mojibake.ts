/** 乱码: a text that was decoded wrongly before it came here, and the remedy. */
export interface Mojibake {
  /** Offset of its first occurrence. */
  start: number;
  end: number;
  was: string;
  remedy: string;
}

/** The UTF-8 bytes of the commonest characters read as GBK: 的, 是, 在, 中, ，, 。… (each begins with E4 to E9 or EF). */
const utf8AsGbk = /[涓鐨鏄鍦浜鏈鍜杩鏃鍥鎴銆锛鈥绛瀛鍙鍒]/gu;
/** U+FFFD of a first loss, encoded as UTF-8 and read as GBK again. */
const lostTwice = /锟斤拷|锟斤|烫烫烫|屯屯屯/u;
/** Bytes of UTF-8 Han read as Latin-1 or Windows-1252: å…¨åŽ¿, ä¸­. */
const utf8AsLatin = /[äåæçèéï][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u02c6\u02dc]{1,2}/gu;

/** Share of such characters above which a text is garbled; a text about encodings quotes a few. */
const leastShare = 0.08;

/** Detects a text whose bytes were read in the wrong encoding; undefined if it reads as text. */
export function mojibakeOf(text: string): Mojibake | undefined {
  const lost = lostTwice.exec(text);
  if (lost)
    return {
      start: lost.index,
      end: lost.index + lost[0].length,
      was: 'characters that were lost when somebody read this text in a wrong encoding and saved it (锟斤拷)',
      remedy: 'they cannot be had back from this file: take the file from where it came from',
    };
  for (const [pattern, was, remedy] of [
    [
      utf8AsGbk,
      'UTF-8 that was read as GBK',
      'read the original as UTF-8, or turn this file back: iconv -f UTF-8 -t GB18030',
    ],
    [
      utf8AsLatin,
      'UTF-8 that was read as Latin-1',
      'read the original as UTF-8, or turn this file back: iconv -f UTF-8 -t CP1252',
    ],
  ] as const) {
    const found = [...text.slice(0, sampled).matchAll(pattern)];
    const [first] = found;
    if (first && found.length >= leastSigns && found.length >= Math.min(text.length, sampled) * leastShare)
      return { start: first.index, end: first.index + first[0].length, was, remedy };
  }
  return undefined;
}

/** Number of characters examined, and of signs needed: a name may have one. */
const sampled = 20_000;
const leastSigns = 4;
