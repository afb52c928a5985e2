/**
 * Bundles the program and its libraries: node takes 1.5 s to find and read the thousand files that a build loads, .8 s
 * for the same in thirty, and .1 s for one whose compiled code it has kept (load-program.mjs).
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, stop } from 'esbuild';

/**
 * Writes to a folder of its own and renames it, so that two first runs at once cannot meet half a program.
 *
 * @param {{ scripts: string, sources: string[], out: string, about: string, isCurrent: () => boolean,
 *   describe: (folder: string) => void }} place the sources, the bundle's folder, its description, and how that is
 *   written and compared
 */
export async function bundle({ scripts, sources, out, about, isCurrent, describe }) {
  const fresh = `${out}.${process.pid}`;
  try {
    mkdirSync(fresh, { recursive: true });
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: there is no terminal of ours yet
    console.error(`error: chongpai prepares itself in ${out}, which cannot be written (${error.code})`);
    process.exit(1);
  }
  await Promise.all([
    bundleModules(scripts, sources, fresh),
    bundleProgram(scripts, join(fresh, 'program.cjs')),
    bundleProgram(scripts, join(fresh, 'prover.cjs'), { entry: 'outputs/prover.ts' }),
    // `--version` needs a thirtieth of it, and a build that has nothing to do a tenth.
    bundleProgram(scripts, join(fresh, 'version.cjs'), {
      without: ['*/commands/program.js', '*/build/standing.js'],
    }),
    bundleProgram(scripts, join(fresh, 'standing.cjs'), { without: notStanding }),
  ]);
  // The bundler would stay, with .8 GB, until this process ends.
  await stop();
  describe(fresh);
  // Another first run was faster: its copy is as good, and perhaps running already.
  if (isCurrent()) return rmSync(fresh, { recursive: true, force: true });
  const old = `${out}.old.${process.pid}`;
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(fresh, out);
  } catch (error) {
    if (!existsSync(about)) throw error; // another first run was faster: its copy is as good
    rmSync(fresh, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}

/** Modules that make outputs, and all other commands. */
const notStanding = ['*/commands/program.js', '*/commands/version.js', '*/make-pdf.js', '*/press-book.js'];

/** The libraries, the programs of threads, the benches, and the command line for these: modules with shared parts. */
function bundleModules(scripts, sources, outdir) {
  return build({
    ...shared(scripts),
    entryPoints: entries(scripts, sources),
    outdir,
    outbase: scripts,
    splitting: true,
    format: 'esm',
    sourcemap: 'linked',
    sourcesContent: false,
    // Libraries in the older format of modules ask for these.
    banner: {
      js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);",
    },
  });
}

/**
 * A program in one file, the command line or that of a thread: the engine keeps compiled code for such files only. Its
 * modules still run when they are first asked for. All in ASCII, which takes half the memory and a fifth of the time to
 * read.
 */
async function bundleProgram(scripts, outfile, { entry = 'cli.ts', without = [] } = {}) {
  const options = shared(scripts);
  const { outputFiles } = await build({
    ...options,
    entryPoints: [join(scripts, entry)],
    outfile,
    write: false,
    format: 'cjs',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    external: [...options.external, ...without, '*/bench/index.js'],
    // Its modules are asked for by `require`: such a file can import none.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '$url' },
    banner: {
      js: "(function (exports, require, module, __filename, __dirname) { const $url = require('node:url').pathToFileURL(__filename).href;",
    },
    footer: { js: '})' },
  });
  // The bundler leaves other characters in regular expressions.
  const ascii = outputFiles[0].text.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(outfile, ascii);
}

/**
 * Left out of Puppeteer: proxies, through which it would download a browser (a megabyte of code), and the log that it
 * begins anew for each message to its browser.
 */
const spared = {
  'proxy-agent': 'export class ProxyAgent {}',
  debug: 'export default () => () => undefined;',
};
const sparing = {
  name: 'sparing',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(?:proxy-agent|debug)$/ }, ({ path }) => ({ path, namespace: 'spared' }));
    onLoad({ filter: /^/, namespace: 'spared' }, ({ path }) => ({ contents: spared[path] }));
  },
};

const shared = (scripts) => ({
  bundle: true,
  platform: 'node',
  target: 'es2022',
  external: unbundled(scripts),
  plugins: [sparing],
  logLevel: 'error',
});

function entries(scripts, sources) {
  const benches = sources.filter((file) =>
    /bench\/(?:index|([a-z]+)\/\1)\.ts$/.test(file.replaceAll('\\', '/')),
  );
  return [
    ...[
      'cli.ts',
      'build-book.ts',
      'restore/index.ts',
      'edition/convert/convert.ts',
      'prepress/look/looker.ts',
      'commands/restore/restorer.ts',
    ].map((name) => join(scripts, name)),
    ...benches,
  ];
}

/** Packages that read files of their own (binaries, WebAssembly), and those that only developers have. */
function unbundled(scripts) {
  const { devDependencies } = JSON.parse(readFileSync(join(scripts, '..', 'package.json'), 'utf8'));
  const withFiles = [
    '@sparticuz/chromium',
    'esbuild',
    'fontverter',
    'harfbuzzjs',
    'subset-font',
    // Puppeteer's second protocol, which we do without (package.json).
    'chromium-bidi',
  ];
  return [...withFiles, ...Object.keys(devDependencies)].flatMap((name) => [name, `${name}/*`]);
}
