import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';

/** Markers that begin a JPEG's frame and tell its size; 0xC4, 0xC8 and 0xCC mean something else. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/**
 * A JPEG as the only picture of a PDF page, a point for each pixel: PDFium, which is there for PDFs, decodes it.
 *
 * @throws a problem when the JPEG breaks off before its size.
 */
export function pdfOfJpeg(bytes: Uint8Array, path: string): Uint8Array {
  const { width, height, components } = frameOf(bytes, path);
  const space = components === 1 ? 'DeviceGray' : components === 4 ? 'DeviceCMYK' : 'DeviceRGB';
  // Photo programs write CMYK inverted.
  const decode = components === 4 ? '/Decode[1 0 1 0 1 0 1 0]' : '';
  const content = `${width} 0 0 ${height} 0 0 cm /P Do`;
  const parts = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>`,
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
