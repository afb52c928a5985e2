import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../article/package-root.js';
import { say } from '../article/words/say.js';
import { browserInWords } from '../chromium/find-browser.js';
import { packFolder } from '../typeset/fonts/pack-folder.js';
import { type ExitCode, spoken, type Terminal } from './command.js';

/**
 * `chongpai --version`: everything that decides how a page looks: chongpai, Node, the browser that would print (nothing
 * is unpacked for that, and nothing started but an installed browser's launcher), and the fonts.
 */
export async function tellVersion(terminal: Terminal): Promise<ExitCode> {
  const read = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));
  const { version } = read(packageRoot, 'package.json') as { version: string };
  const { archives, fonts } = read(packFolder, 'fonts.json') as {
    archives: Record<string, string>;
    fonts: Record<string, unknown>;
  };
  const packs = Object.entries(archives).map(([name, identity]) => `${name} ${identity.slice(0, 8)}`);
  terminal.result(
    [
      `chongpai ${version}`,
      ...[
        say('version-node', process.versions.node, process.platform, process.arch),
        say('version-browser', await browserInWords()),
        say('version-fonts', Object.keys(fonts).length, packs.join(', ')),
      ].map((said) => spoken(terminal, said)),
      '',
    ].join('\n'),
  );
  return 0;
}
