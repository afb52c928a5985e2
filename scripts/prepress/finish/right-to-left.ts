import { PDFDict, PDFStream } from '@cantoo/pdf-lib';
import { isRightToLeft } from '../check/reading-order.js';
import { dictOf, entry, inherited } from '../read/pdf-file.js';
import { streamBytes } from '../read/pdf-streams.js';
import { readToUnicode } from '../read/to-unicode.js';

/** For each page whether one of its fonts has letters of a script that is written to the left. */
export function pagesToTheLeft(pages: readonly PDFDict[]): boolean[] {
  const known = new Map<PDFDict, boolean>();
  const hasLetters = (font: PDFDict) => {
    const map = entry(font, 'ToUnicode');
    const found =
      known.get(font) ??
      (map instanceof PDFStream &&
        isRightToLeft([...readToUnicode(streamBytes(map)).text.values()].join('')));
    known.set(font, found);
    return found;
  };
  return pages.map((page) => {
    const fonts = dictOf(inherited(page, 'Resources'), 'Font');
    return (fonts?.keys() ?? []).some((name) => {
      const font = entry(fonts, name.decodeText());
      return font instanceof PDFDict && hasLetters(font);
    });
  });
}
