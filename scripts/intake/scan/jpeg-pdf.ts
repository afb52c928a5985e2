import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';

/** Markers that begin a JPEG's frame and tell its size; 0xC4, 0xC8 and 0xCC mean something else. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/**
 * A JPEG as the only picture of a PDF page, a point for each pixel: PDFium, which is there for PDFs, decodes it. It is
 * turned as its camera tells.
 *
 * @throws a problem when the JPEG breaks off before its size.
 */
export function pdfOfJpeg(bytes: Uint8Array, path: string): Uint8Array {
  const { width, height, components } = frameOf(bytes, path);
  const space = components === 1 ? 'DeviceGray' : components === 4 ? 'DeviceCMYK' : 'DeviceRGB';
  // Photo programs write CMYK inverted.
  const decode = components === 4 ? '/Decode[1 0 1 0 1 0 1 0]' : '';
  const turn = turnOf(orientationOf(bytes), width, height);
  const content = `${turn.matrix.join(' ')} cm /P Do`;
  const parts = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${turn.width} ${turn.height}]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  const picture = `5 0 obj\n<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/${space}${decode}/Filter/DCTDecode/Length ${bytes.length}>>stream\n`;
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n${parts.join('')}${picture}`, 'latin1'),
    bytes,
    // No table of objects: PDFium finds the five by itself.
    Buffer.from('\nendstream\nendobj\ntrailer\n<</Size 6/Root 1 0 R>>\n%%EOF\n', 'latin1'),
  ]);
}

/** The place of a picture on its page, by its orientation in EXIF: 1 is upright, 2 to 8 are turned or mirrored. */
function turnOf(orientation: number, w: number, h: number) {
  const matrices: readonly (readonly number[])[] = [
    [w, 0, 0, h, 0, 0],
    [-w, 0, 0, h, w, 0],
    [-w, 0, 0, -h, w, h],
    [w, 0, 0, -h, 0, h],
    [0, -w, -h, 0, h, w],
    [0, -w, h, 0, 0, w],
    [0, w, h, 0, 0, 0],
    [0, w, -h, 0, h, 0],
  ];
  const matrix = matrices[orientation - 1] ?? matrices[0]!;
  return { matrix, ...(orientation > 4 ? { width: h, height: w } : { width: w, height: h }) };
}

/** Marker of the segment that holds EXIF, and tag of the orientation in it. */
const [exifMarker, orientationTag] = [0xe1, 0x0112];

/** Orientation of a photograph from 1 to 8; 1 where it tells none. */
function orientationOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 2; at + 18 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (isFrame(bytes[at + 1]!)) break;
    if (bytes[at + 1] !== exifMarker || view.getUint32(at + 4) !== 0x45786966) continue;
    const tiff = at + 10;
    const isLittle = view.getUint16(tiff) === 0x4949;
    const table = tiff + view.getUint32(tiff + 4, isLittle);
    if (table + 2 > bytes.length) break;
    const count = view.getUint16(table, isLittle);
    for (
      let entry = table + 2, last = entry + 12 * count;
      entry < last && entry + 12 <= bytes.length;
      entry += 12
    )
      if (view.getUint16(entry, isLittle) === orientationTag) {
        const told = view.getUint16(entry + 8, isLittle);
        return told >= 1 && told <= 8 ? told : 1;
      }
  }
  return 1;
}

function frameOf(bytes: Uint8Array, path: string): { width: number; height: number; components: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1]!;
    if (isFrame(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: bytes[at + 9]! };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  throw problem(say('scan-damaged'), { path, note: say('scan-save-as') });
}
