import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../scripts/prepress/read/pdf-file.js';
import { readToUnicode } from '../../scripts/prepress/read/to-unicode.js';
import { editStreams } from './mutate.js';
import { findings, hex, rules } from './preflight-sample.js';

describe('preflight of fonts and their maps', () => {
  it('names one wrong ToUnicode entry, with the glyph’s own character', async () => {
    const wrong = toUtf16('届');
    const [finding, ...more] = await findings((file) =>
      editStreams(file, (map) => changeEntry(map, wrong, toUtf16('屈'))),
    );
    expect(finding).toMatchObject({ rule: 'wrong-unicode', page: 3, characters: '屈' });
    expect(finding?.message).toContain('its picture is that of “届”');
    expect(more.map(({ rule }) => rule)).toEqual(['wrong']);
  });

  it('sees a radical in the place of its look-alike', async () => {
    const found = await rules((file) =>
      editStreams(file, (map) => changeEntry(map, toUtf16('人'), toUtf16('⼈'))),
    );
    expect(found).toContain('radical');
  });

  it('sees a code without a character', async () => {
    const found = await rules((file) => editStreams(file, (map) => changeEntry(map, toUtf16('届'), '')));
    expect(found).toContain('missing-unicode');
  });

  it('sees a Type 3 font, and says for which characters', async () => {
    const found = await findings((file) => {
      for (const [, object] of file.context.enumerateIndirectObjects())
        if (nameOf(object, 'Subtype') === 'Type0')
          (object as PDFDict).set(PDFName.of('Subtype'), PDFName.of('Type3'));
    });
    expect(found.find(({ rule }) => rule === 'type3-font')?.message).toMatch(
      /^Unexpected Type 3 font .+ for “.+”/,
    );
  });

  it('sees a font that is not in the file', async () => {
    const found = await rules((file) => {
      for (const [, object] of file.context.enumerateIndirectObjects())
        if (object instanceof PDFDict) object.delete(PDFName.of('FontFile2'));
    });
    expect(found).toContain('font-not-embedded');
  });
});

const toUtf16 = (character: string) => hex(character.charCodeAt(0));

/** Changes the entry of one character in a ToUnicode map, in any form. */
function changeEntry(map: string, from: string, to: string): string {
  if (!map.includes('begincmap')) return map;
  const { text } = readToUnicode(Buffer.from(map, 'latin1'));
  const entries = [...text].map(([code, character]) => {
    const points = character === String.fromCharCode(Number.parseInt(from, 16)) ? to : utf16(character);
    return points === '' ? '' : `1 beginbfchar\n<${hex(code)}> <${points}>\nendbfchar\n`;
  });
  const head = 'begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n';
  return `${head}${entries.join('')}endcmap\n`;
}

const utf16 = (text: string) =>
  Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('');
