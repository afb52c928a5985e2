import { deflateSync } from 'node:zlib';
import { buildIssues } from '../../scripts/commands/build.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';

/** Builds issues of a publication in this process; `onStage` is called as each stage begins. */
export async function build(
  root: string,
  {
    issues = [],
    onStage,
    ...options
  }: {
    issues?: string[];
    onStage?: (text: string) => void;
    edition?: string[];
    resume?: boolean;
    out?: string;
  } = {},
): Promise<{ code: number; lines: string[]; results: string }> {
  const lines: string[] = [];
  let results = '';
  const code = await buildIssues(issues, options, {
    cwd: root,
    result: (text) => {
      results += text;
    },
    line: (text) => lines.push(text),
    progress: (text) => onStage?.(text),
    input: async () => new Uint8Array(),
  });
  return { code, lines, results };
}

/** All printed characters of a PDF, in no particular order. */
export async function paperOf(pdf: Uint8Array): Promise<string> {
  const { pages } = await readPdf(pdf);
  return pages
    .flatMap((page) => page.content().glyphs.map(({ text }) => text))
    .join('')
    .replaceAll(/\s/g, '');
}

/** A picture of one colour, as small as possible. */
export function png(width: number, height: number, grey: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(Math.min(height, 100) * (width + 1), grey);
  for (let row = 0; row < rows.length; row += width + 1) rows[row] = 0;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
