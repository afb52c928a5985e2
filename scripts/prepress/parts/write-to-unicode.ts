/** Lines of a block at most (Adobe Technical Note 5014). */
const mostLines = 100;

/** Writes the texts of glyphs as a ToUnicode CMap for codes of two bytes (ISO 32000-1 §9.10.3). */
export function writeToUnicode(texts: ReadonlyMap<number, string>): string {
  const lines = [...texts]
    .sort(([one], [other]) => one - other)
    .map(
      ([glyph, text]) =>
        `<${hex(glyph)}> <${Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('')}>`,
    );
  const blocks = Array.from({ length: Math.ceil(lines.length / mostLines) }, (_, index) => {
    const block = lines.slice(index * mostLines, (index + 1) * mostLines);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, '0');
