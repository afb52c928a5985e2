import iconv from 'iconv-lite';

/** Words at a place of a page, in points from its bottom left corner. */
export interface Words {
  x: number;
  y: number;
  size: number;
  text: string;
  /** Width of invisible type in percent, as recognition programs stretch it to a word of the scan. */
  hidden?: number;
}

/** Encoding of a foundry's program: a character map by name, and the corresponding encoding. */
export interface FontMap {
  font: string;
  map: string;
  encoding: string;
  ordering?: string;
}

/** 方正: font names of its typesetting system; the fonts are not embedded and have no Unicode map. */
export const founder: FontMap = { font: 'FZSSJW--GB1-0', map: 'GBK-EUC-H', encoding: 'gbk' };

/** A PDF with the given words on its pages. `extra` is put into the trailer. */
export function makePdf(
  pages: readonly (readonly Words[])[],
  { font, map, encoding, ordering = 'GB1' }: FontMap = founder,
  extra = '',
): Buffer {
  const hex = (text: string) => iconv.encode(text, encoding).toString('hex');
  const contents = pages.map((words) =>
    words
      .map(
        ({ x, y, size, text, hidden }) =>
          `BT ${hidden ? `3 Tr ${hidden} Tz` : '0 Tr 100 Tz'} /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`,
      )
      .join('\n'),
  );
  const kids = pages.map((_, index) => `${6 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/${font}/Encoding/${map}/DescendantFonts[4 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${font}/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/DW 1000/FontDescriptor 5 0 R>>`,
    `<</Type/FontDescriptor/FontName/${font}/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -140/CapHeight 700/StemV 80>>`,
    ...contents.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${7 + 2 * index} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ];
  return assemble(objects, extra);
}

function assemble(objects: readonly string[], extra: string): Buffer {
  let file = '%PDF-1.6\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${extra}>>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A column of lines, from its top. */
export const column = (lines: readonly string[], { x, y, size }: Omit<Words, 'text'>): Words[] =>
  lines.map((text, index) => ({ x, y: y - index * size * 1.5, size, text }));
