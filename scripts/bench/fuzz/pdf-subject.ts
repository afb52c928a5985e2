import { deflateSync } from 'node:zlib';
import { VFileMessage } from 'vfile-message';
import { checkFile } from '../../prepress/check/check-file.js';
import { preflight } from '../../prepress/preflight.js';
import { readPdf } from '../../prepress/read/read-pdf.js';
import type { Subject } from './subject.js';

/** A PDF that is read back, as Latin-1. */
export const pdfSubject: Subject = {
  id: 'pdf',
  units: [
    '<<',
    '>>',
    '[',
    ']',
    '/Kids',
    '/Type',
    ' 0 R',
    ' obj',
    'endobj',
    'stream\n',
    'endstream',
    '/Length',
    '0',
    '99999999999',
    '-1',
    '(',
    ')',
    '<',
    'xref\n',
    '\0',
  ],
  seed: smallPdf(),
  check: async (text) => {
    try {
      const reading = await readPdf(Buffer.from(text, 'latin1'));
      checkFile(reading);
      await preflight(reading);
    } catch (error) {
      // The command reports a stack overflow as a damaged file.
      if (!(error instanceof VFileMessage) && !(error instanceof RangeError)) throw error;
    }
  },
};

/** A page with a form, a font and a link, as Latin-1. */
function smallPdf(): string {
  const content = deflateSync('BT /G 12 Tf 1 0 0 1 9 9 Tm (ab) Tj ET /F Do').toString('latin1');
  return `%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R/Names<</Dests<</Names[(a)[3 0 R/XYZ 0 0 0]]>>>>/PageLabels<</Nums[0<</S/D>>]>>>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</G 5 0 R>>/XObject<</F 6 0 R>>>>/Annots[<</Subtype/Link/Rect[0 0 9 9]/Dest(a)>>]>> endobj
4 0 obj <</Length ${content.length}/Filter/FlateDecode>>stream
${content}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 97/Widths[500 500]>> endobj
6 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 9>>stream
0 0 1 1 re f
endstream endobj
xref
trailer <</Size 7/Root 1 0 R>>
startxref
0
%%EOF
`;
}
