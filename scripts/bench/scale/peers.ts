import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import type { FoundBrowser } from '../../chromium/find-browser.js';
import { type Chapter, htmlOf, typstOf } from './book.js';

/** A tool of the field, with its way of making the same book. */
export interface Peer {
  name: string;
  /** npm package with its exact version; absent for a program of the system. */
  install?: string;
  /** Writes its input into `folder`; returns the command that makes `out.pdf` there. */
  command: (chapters: readonly Chapter[], at: PeerPlace) => string[];
  env?: (browser: FoundBrowser) => NodeJS.ProcessEnv;
}

export interface PeerPlace {
  /** Folder of its packages. */
  tools: string;
  /** Folder of its input and output. */
  folder: string;
  browser: FoundBrowser;
  /** The TrueType file of the text, the same for all. */
  font: string;
}

/** Style rules for all browser-based tools: the page, the text, running heads, folios. */
const commonCss = `@font-face { font-family: book; src: url(book.ttf); }
@page { size: 148mm 210mm; margin: 20mm 22mm 25mm; }
html { font: 10.5pt/18pt book; } p { margin: 0; text-indent: 2em; text-align: justify; widows: 2; orphans: 2; }
h1 { font-size: 15pt; line-height: 36pt; break-before: page; break-after: avoid; } a { color: inherit; text-decoration: none; }`;
const pagedMediaCss = `${commonCss}
h1 { string-set: title content(text); }
@page { @top-center { content: string(title); } @bottom-center { content: counter(page); } }
nav a::after { content: " " target-counter(attr(href), page); }`;

const browserEnv = ({ executable, libraries, fontconfig }: FoundBrowser): NodeJS.ProcessEnv => ({
  PUPPETEER_EXECUTABLE_PATH: executable,
  ...(libraries && { LD_LIBRARY_PATH: libraries }),
  ...(fontconfig && { FONTCONFIG_PATH: fontconfig }),
});

/** Writes an input file, with the font beside it, because some tools serve their folder over HTTP. */
const inFolder = ({ folder, font }: PeerPlace, name: string, text: string): string => {
  copyFileSync(font, join(folder, 'book.ttf'));
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

export const peers: readonly Peer[] = [
  {
    name: 'Chromium’s own print',
    command: (chapters, at) => {
      const { folder, browser } = at;
      const css = `${commonCss}\n@page { @top-center { content: "四大名著"; } @bottom-center { content: counter(page); } }`;
      const input = inFolder(at, 'native.html', htmlOf(chapters, css));
      const script = inFolder(
        at,
        'native.mjs',
        `import puppeteer from ${JSON.stringify(import.meta.resolve('puppeteer'))};
const browser = await puppeteer.launch({ executablePath: ${JSON.stringify(browser.executable)}, headless: 'shell', args: ['--no-sandbox', '--font-render-hinting=none'], protocolTimeout: 0 });
try {
  const tab = await browser.newPage();
  await tab.goto(${JSON.stringify(`file://${input}`)}, { timeout: 0 });
  await tab.pdf({ path: ${JSON.stringify(join(folder, 'out.pdf'))}, preferCSSPageSize: true, tagged: true, outline: true, timeout: 0 });
} finally { await browser.close(); }
`,
      );
      return [process.execPath, script];
    },
    env: browserEnv,
  },
  {
    name: 'pagedjs-cli',
    install: 'pagedjs-cli@0.4.3',
    command: (chapters, at) => [
      process.execPath,
      join(at.tools, 'node_modules', 'pagedjs-cli', 'src', 'cli.js'),
      inFolder(at, 'paged.html', htmlOf(chapters, pagedMediaCss)),
      ...['-o', join(at.folder, 'out.pdf'), '--browserArgs', '--no-sandbox', '-t', '3600000'],
    ],
    env: browserEnv,
  },
  {
    name: 'Vivliostyle CLI',
    install: '@vivliostyle/cli@11.3.3',
    command: (chapters, at) => [
      process.execPath,
      join(at.tools, 'node_modules', '@vivliostyle', 'cli', 'dist', 'cli.js'),
      'build',
      inFolder(at, 'vivliostyle.html', htmlOf(chapters, pagedMediaCss)),
      ...['-o', join(at.folder, 'out.pdf'), '--executable-browser', at.browser.executable, '-t', '3600'],
    ],
    env: browserEnv,
  },
  {
    name: 'Typst',
    install: '@myriaddreamin/typst-ts-node-compiler@0.7.0',
    command: (chapters, at) => {
      const { tools, folder, font } = at;
      const input = inFolder(at, 'book.typ', typstOf(chapters, 'Noto Serif SC'));
      const library = join(tools, 'node_modules', '@myriaddreamin', 'typst-ts-node-compiler', 'index.js');
      const script = inFolder(
        at,
        'typst.cjs',
        `const { NodeCompiler } = require(${JSON.stringify(library)});
const compiler = NodeCompiler.create({ workspace: ${JSON.stringify(folder)}, fontArgs: [{ fontPaths: [${JSON.stringify(join(font, '..'))}] }] });
require('fs').writeFileSync(${JSON.stringify(join(folder, 'out.pdf'))}, compiler.pdf({ mainFilePath: ${JSON.stringify(input)} }));
`,
      );
      return [process.execPath, script];
    },
  },
  {
    name: 'WeasyPrint',
    command: (chapters, at) => [
      'weasyprint',
      inFolder(at, 'weasy.html', htmlOf(chapters, pagedMediaCss)),
      join(at.folder, 'out.pdf'),
    ],
  },
];

/** Installs a peer into a separate folder; returns its version, or undefined where it is not available. */
export function installPeer({ install, command: _, name }: Peer, tools: string): string | undefined {
  if (!install) return name === 'WeasyPrint' ? systemVersion() : '';
  const at = install.lastIndexOf('@');
  const manifest = join(tools, 'node_modules', install.slice(0, at), 'package.json');
  if (!existsSync(manifest)) {
    mkdirSync(tools, { recursive: true });
    // Rewriting it would make npm remove the other packages.
    if (!existsSync(join(tools, 'package.json')))
      writeFileSync(join(tools, 'package.json'), '{"private":true}\n');
    const env = { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1', PUPPETEER_SKIP_CHROMIUM_DOWNLOAD: '1' };
    try {
      execFileSync('npm', ['install', '--no-audit', '--no-fund', install], {
        cwd: tools,
        env,
        stdio: 'ignore',
      });
    } catch {
      return undefined;
    }
  }
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}

function systemVersion(): string | undefined {
  try {
    const said = execFileSync('weasyprint', ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return /[\d.]+/.exec(said)?.[0];
  } catch {
    return undefined;
  }
}

/** The folder of all peers' packages: disposable. */
export const peersFolder = join(packageRoot, 'build', 'peers');
