import { deflateSync } from 'node:zlib';

/** A stream object of some content, packed, with more entries in its dictionary. */
export function stream(content: string | Uint8Array, more = ''): string {
  const packed = deflateSync(typeof content === 'string' ? Buffer.from(content, 'latin1') : content, {
    level: 9,
  });
  return `<</Length ${packed.length}/Filter/FlateDecode${more}>>stream\n${packed.toString('latin1')}\nendstream`;
}

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
export function pdfOf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = text.length;
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

export const catalog = (more = '') => `<</Type/Catalog/Pages 2 0 R${more}>>`;
export const onePage = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
export const page = (more = '') => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]${more}>>`;
