/**
 * 单色印刷特性: an ICC output profile (ICC.1:2001-12, version 2.4) of one ink, black on uncoated paper. A press spreads a
 * half-tone dot: where 50 % are asked for, 70 % of the paper are covered (ISO 12647-2, uncoated), which is a curve of
 * .5^γ = .3. No package of npm carries an output profile that is free and small, and one of one ink is 400 bytes.
 */
export function greyProfile(): Uint8Array {
  const tags: [string, Buffer][] = [
    ['desc', description('Black ink on uncoated paper, dot gain 20 %')],
    ['cprt', Buffer.concat([type('text'), Buffer.from('No copyright, use freely\0', 'latin1')])],
    ['wtpt', Buffer.concat([type('XYZ '), fixed(d50)])],
    ['kTRC', Buffer.concat([type('curv'), word(1), half(Math.round(gamma * 256))])],
  ];
  const bodies = tags.map(([, body]) => Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]));
  let at = headerSize + 4 + 12 * tags.length;
  const table = tags.map(([name, body], index) => {
    const row = Buffer.concat([Buffer.from(name, 'latin1'), word(at), word(body.length)]);
    at += bodies[index]!.length;
    return row;
  });
  return Buffer.concat([header(at), word(tags.length), ...table, ...bodies]);
}

/** log .3 / log .5, to the 256th that the format takes. */
const gamma = Math.log(0.3) / Math.log(0.5);
/** The white of the profile connection space, CIE D50. */
const d50 = [0.9642, 1, 0.8249];
const headerSize = 128;

const word = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const half = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
};
const type = (name: string) => Buffer.concat([Buffer.from(name, 'latin1'), word(0)]);
const fixed = (values: readonly number[]) =>
  Buffer.concat(values.map((value) => word(Math.round(value * 65_536))));

/** textDescriptionType: ASCII, and empty Unicode and Macintosh forms of it. */
function description(text: string): Buffer {
  const ascii = Buffer.from(`${text}\0`, 'latin1');
  return Buffer.concat([type('desc'), word(ascii.length), ascii, Buffer.alloc(4 + 4 + 2 + 1 + 67)]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(headerSize);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write('prtrGRAYXYZ ', 12, 'latin1');
  // The current date would change the bytes each time; so the standard's date, 2001-12-01, is used.
  for (const [index, part] of [2001, 12, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(part, 24 + 2 * index);
  bytes.write('acsp', 36, 'latin1');
  fixed(d50).copy(bytes, 68);
  return bytes;
}
