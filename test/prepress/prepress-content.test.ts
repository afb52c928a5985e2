import { describe, expect, it } from 'vitest';
import { listen } from '../../scripts/prepress/finish/listener.js';
import { markContent } from '../../scripts/prepress/finish/mark-content.js';
import { rewrite } from '../../scripts/prepress/finish/rewrite.js';
import { contentScan } from '../../scripts/prepress/finish/scan-content.js';

/** A content stream with its marks repaired; its sequence 0 is in a P, 1 is in nothing. */
function mended(content: string): string {
  const bytes = Buffer.from(content);
  const scan = listen(
    bytes,
    contentScan((name) => name === '/Tagged'),
  );
  const marked = rewrite(
    bytes,
    markContent(scan, (mcid) => (mcid === 0 ? 'P' : undefined)),
  );
  return Buffer.from(marked).toString().replace(/\n/g, ' ');
}

describe('marks of a content stream', () => {
  it.each([
    [
      'names what a tag is',
      '/NonStruct <</MCID 0 >>BDC BT <01> Tj ET EMC',
      '/P <</MCID 0>> BDC BT <01> Tj ET EMC',
    ],
    [
      'makes an artifact of what no element holds',
      '/NonStruct <</MCID 1>> BDC 0 0 9 9 re f EMC',
      '/Artifact BMC 0 0 9 9 re f EMC',
    ],
    ['marks a text object as a whole', 'q BT <01> Tj ET Q', 'q /Artifact BMC BT <01> Tj ET EMC Q'],
    [
      'keeps a replacement text in its text object',
      'BT <01> Tj /Span <</ActualText (x)>> BDC <02> Tj EMC ET',
      '/Artifact BMC BT <01> Tj /Span <</ActualText (x)>> BDC <02> Tj EMC ET EMC',
    ],
    ['marks a path with what paints it', '1 g 0 0 m 9 9 l S', '1 g /Artifact BMC 0 0 m 9 9 l S EMC'],
    [
      'takes neighbours together',
      '0 0 9 9 re f 1 g 0 0 9 9 re f',
      '/Artifact BMC 0 0 9 9 re f 1 g 0 0 9 9 re f EMC',
    ],
    ['but not over a border', '0 0 9 9 re f q', '/Artifact BMC 0 0 9 9 re f EMC q'],
    ['marks pictures', '/X1 Do', '/Artifact BMC /X1 Do EMC'],
    ['but not forms that have marks of their own', '/Tagged Do', '/Tagged Do'],
    ['marks no clip and no empty text', '0 0 9 9 re W n BT ET', '0 0 9 9 re W n BT ET'],
    ['leaves artifacts alone', '/Artifact BMC 0 0 9 9 re f EMC', '/Artifact BMC 0 0 9 9 re f EMC'],
  ])('%s', (_, content, expected) => {
    expect(mended(content)).toBe(expected);
  });

  it('tells what is decoration: sequences without text and pictures', () => {
    const content = '/P <</MCID 0>> BDC 0 0 9 9 re f EMC /P <</MCID 1>> BDC BT <01> Tj ET EMC';
    const { sequences } = listen(
      Buffer.from(content),
      contentScan(() => false),
    );
    expect(sequences.map(({ mcid, hasContent }) => [mcid, hasContent])).toEqual([
      [0, false],
      [1, true],
    ]);
  });
});
