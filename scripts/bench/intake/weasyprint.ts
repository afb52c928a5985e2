import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { colouredTruth, colourOf } from './coloured.js';
import type { Newspaper } from './newspaper.js';
import { faces, type PrintedNewspaper } from './print-newspaper.js';

const run = promisify(execFile);
/** Height of a page in pixels: WeasyPrint does not fit it to the content. */
const heights = [4000, 16_000];

/**
 * The page as WeasyPrint sets it, with its own line breaks; undefined if it is not installed or leaves something out.
 * Its flexible boxes cannot contain columns, so stories beside each other are table cells.
 */
export async function printByWeasyPrint(newspaper: Newspaper): Promise<PrintedNewspaper | undefined> {
  if (newspaper.isVertical) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'chongpai-weasyprint-'));
  try {
    for (const height of heights) {
      const page = `@page { size: ${newspaper.widthPx}px ${height}px } body { width: auto } main { height: auto }
.band { display: table; table-layout: fixed; border-spacing: 0 } section { display: table-cell; vertical-align: top }
section + section { padding-left: ${newspaper.gutterEm}em }`;
      const html = newspaper.html
        .replace('</style>', `${page}\n${await faces(newspaper.html)}</style>`)
        .replace(/ style="flex:0 0 /gu, ' style="width:')
        .replace(
          /data-piece="(\d+)"( class="[^"]*")?( style="([^"]*)")?/gu,
          (_, piece, name = '', __, style = '') => {
            return `${name} style="color:${colourOf(Number(piece))};${style}"`;
          },
        );
      writeFileSync(join(folder, 'page.html'), html);
      await run('weasyprint', [join(folder, 'page.html'), join(folder, 'page.pdf')]);
      const truth = await colouredTruth(readFileSync(join(folder, 'page.pdf')), newspaper);
      if (truth) return truth;
    }
    return undefined;
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
