import { PDFDocument } from '@cantoo/pdf-lib';
import type { VFileMessage } from 'vfile-message';
import { beforeAll, describe, expect, it } from 'vitest';
import { newRandom } from '../../scripts/bench/random.js';
import { checkPdf } from '../../scripts/commands/check.js';
import { newFolder } from '../cli/run.js';
import { catalog, onePage, page, pdfOf, stream } from './pdf-of.js';
import { build } from './publication.js';

const folder = newFolder({});

/** Result of `check` for a file: its exit code and its lines; a problem is a line and 1. */
async function check(name: string, bytes: Uint8Array): Promise<{ code: number; said: string }> {
  folder.write(name, bytes);
  const lines: string[] = [];
  const terminal = {
    cwd: folder.root,
    result: () => undefined,
    line: (text: string) => lines.push(text),
    progress: () => undefined,
    input: async () => new Uint8Array(),
  };
  try {
    const code = await checkPdf(name, {}, terminal);
    return { code, said: lines.join('\n') };
  } catch (error) {
    // A problem names the file; anything else would be a bug of ours.
    expect((error as VFileMessage).file, `${error}`).toBe(name);
    return { code: 1, said: (error as VFileMessage).reason };
  }
}

const contents = page('/Contents 4 0 R/Resources<</XObject<</F 4 0 R>>/Font<</G 5 0 R>>>>');
const form = '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>';

describe('a PDF that was made to have no end', () => {
  it.each<[string, () => string[], RegExp]>([
    [
      'a tree of names that holds itself',
      () => [catalog('/Names<</Dests 4 0 R>>'), onePage, page(), '<</Kids[4 0 R 4 0 R]>>'],
      /1 page/,
    ],
    [
      'names that name each other',
      () => [
        catalog('/Names<</Dests<</Names[(a)(b)(b)(a)]>>>>/Outlines 4 0 R'),
        onePage,
        page(),
        '<</First 5 0 R>>',
        '<</Title(x)/Dest(a)/Next 5 0 R/First 5 0 R>>',
      ],
      /leads nowhere/,
    ],
    ['a page of 120 MB', () => [catalog(), onePage, contents, stream('q '.repeat(6e7))], /more than 32 MB/],
    [
      '10 million states inside each other',
      () => [catalog(), onePage, contents, stream('q '.repeat(1e7))],
      /goes on without end/,
    ],
    [
      'a form that paints itself',
      () => [catalog(), onePage, contents, stream('/F Do '.repeat(10), form)],
      /goes on without end/,
    ],
    [
      'a tree of pages that holds itself',
      () => [catalog(), '<</Type/Pages/Kids[2 0 R]/Count 1>>'],
      /holds itself/,
    ],
    [
      'a tree of 2^40 pages',
      () => [
        catalog(),
        ...Array.from({ length: 40 }, (_, at) => `<</Type/Pages/Kids[${at + 3} 0 R ${at + 3} 0 R]>>`),
        page(),
      ],
      /more than 20000 pages/,
    ],
    [
      '20,000 elements inside each other',
      () => [
        catalog('/StructTreeRoot 4 0 R'),
        onePage,
        page(),
        ...Array.from({ length: 20_000 }, (_, at) => `<</Type/StructElem/S/P/K ${at + 5} 0 R>>`),
        '<</Type/StructElem/S/P>>',
      ],
      /damaged/,
    ],
    [
      'tags of a page that is gone',
      () => [
        catalog('/StructTreeRoot 4 0 R/MarkInfo<</Marked true>>'),
        '<</Type/Pages/Kids[]/Count 0>>',
        page(),
        '<</Type/StructTreeRoot/K 5 0 R>>',
        '<</Type/StructElem/S/P/Pg 3 0 R/K[0 1]>>',
      ],
      /no pages/,
    ],
    [
      'objects that unpack to 100 MB',
      () => [catalog(), onePage, page(), stream(`1 0 ${' '.repeat(1e8)}`, '/Type/ObjStm/N 1/First 4')],
      /more than 32 MB/,
    ],
    [
      'a map of 10^10 characters',
      () => [
        catalog(),
        onePage,
        contents,
        stream('BT /G 12 Tf <0041> Tj ET'),
        '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 6 0 R>>',
        stream(`beginbfrange\n${'<0000> <ffff> <4e00>\n'.repeat(150_000)}endbfrange`),
        `<</Type/Font/Subtype/CIDFontType2/BaseFont/X/W[${'0 65535 500 '.repeat(50_000)}]>>`,
      ],
      /finding/,
    ],
    [
      'labels of 10^12 pages',
      () => [
        catalog('/PageLabels<</Nums[-1e12 <</S/r/St 1000000000>> 0 <</S/r/St 2000000000>>]>>'),
        onePage,
        page(),
      ],
      /1 page|damaged/,
    ],
    [
      'arrays inside each other',
      () => [catalog(`/X ${'['.repeat(1e5)}${']'.repeat(1e5)}`), onePage, page()],
      /damaged/,
    ],
  ])('%s: is told within seconds', async (name, objects, expected) => {
    const { said, code } = await check(`${name.length}.pdf`, pdfOf(objects()));
    expect(said).toMatch(expected);
    expect(code).toBe(1);
  });
});

describe('a PDF that is not whole', () => {
  let whole: Uint8Array;
  beforeAll(async () => {
    const publication = newFolder({
      'manuscript/publication.yaml': 'title: 试报\ntrim: A6\neditions: [zh-Hans]\nparts: [cover, contents]\n',
      'manuscript/book/01.md': `# 标题\n\n${'正文一段，说的是天气。\n\n'.repeat(60)}`,
    });
    await build(publication.root);
    const { readFileSync } = await import('node:fs');
    whole = readFileSync(publication.path('build/book/zh-Hans.pdf'));
    publication.remove();
  });
  const end = Buffer.from('\nstartxref\n0\n%%EOF\n');

  it('is what the build has made, as it is', async () => {
    const { code, said } = await check('whole.pdf', whole);
    expect(said).toMatch(/\b0 findings, text not compared/);
    expect(code).toBe(0);
  });

  const random = newRandom(59);
  it.each(Array.from({ length: 24 }, () => random.next()))(
    'cut off at %d, with an end of its own',
    async (share) => {
      const cut = Buffer.from(whole.subarray(0, Math.floor(whole.length * share * 0.999)));
      expect(await check('cut.pdf', Buffer.concat([cut, end]))).toMatchObject({ code: 1 });
      // Repaired like by a tool: the rest, with a matching table. At the very end there is only the table.
      const mended = await PDFDocument.load(Buffer.concat([cut, end]), { updateMetadata: false })
        .then((file) => file.save({ addDefaultPage: false }))
        .catch(() => undefined);
      if (mended && share < 0.9) expect(await check('mended.pdf', mended)).toMatchObject({ code: 1 });
    },
  );

  it('has no pages, or pages without content, or says another number of them', async () => {
    const empty = await check('empty.pdf', pdfOf([catalog(), '<</Type/Pages/Kids[]/Count 0>>']));
    expect(empty.said).toContain('has no pages');
    const bare = await check('bare.pdf', pdfOf([catalog(), onePage, page()]));
    expect(bare.said).toContain('no content at all on page 1');
    const counted = pdfOf([catalog(), '<</Type/Pages/Kids[3 0 R]/Count 9>>', contents, stream('q Q')]);
    expect((await check('counted.pdf', counted)).said).toContain('claims to have 9');
    const lacking = pdfOf([catalog('/Outlines 77 0 R'), onePage, contents, stream('q Q')]);
    expect((await check('lacking.pdf', lacking)).said).toContain('77 0 R');
  });

  it('has a table of objects that leads elsewhere', async () => {
    const sound = Buffer.from(pdfOf([catalog(), onePage, contents, stream('q Q')])).toString('latin1');
    const moved = sound.replace(/startxref\n\d+/, 'startxref\n3');
    expect((await check('moved.pdf', Buffer.from(moved, 'latin1'))).said).toContain('not where it says');
    const shifted = sound.replace(/\n00000000\d\d 00000 n/, '\n0000000001 00000 n');
    expect((await check('shifted.pdf', Buffer.from(shifted, 'latin1'))).said).toContain('lead nowhere');
  });
});
