import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import { browserCode } from '../../chromium/browser-code.js';
import { splitCss } from '../../typeset/pages/book-css.js';

/** A maker of the specs' pages: a name, and the script that they load as Paged.js. */
export interface Layouter {
  name: string;
  script: string;
}

/** Paged.js with our pagination, and Paged.js as published. */
export async function layouters(): Promise<[Layouter, Layouter]> {
  const paged = readFileSync(join(packageRoot, 'node_modules/pagedjs/dist/paged.polyfill.js'), 'utf8');
  const { script } = await browserCode('bench/specs/specs');
  const ours = `${paged}\n;${script}\nchongpai.takeOver(${JSON.stringify(splitCss())});`;
  return [
    { name: 'chongpai', script: ours },
    { name: 'Paged.js 0.4.3', script: paged },
  ];
}
