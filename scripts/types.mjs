/**
 * Writes the declarations of what `exports` in package.json offers to build/types: these three entries, and only the
 * files that they lead to. `npm pack` runs it, and `chongpai bench types` holds the result to other people's compilers.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const scripts = join(root, 'scripts');
const out = join(root, 'build', 'types');

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.values(exports)
  .flatMap(({ types }) => (types ? [types.replace('./build/types/', '')] : []))
  .sort();

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const declared = ts.sys.readDirectory(scripts, ['.d.ts']);
const program = ts.createProgram({
  rootNames: [...entries.map((entry) => join(scripts, entry.replace(/\.d\.ts$/, '.ts'))), ...declared],
  options: {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: scripts,
    outDir: out,
    newLine: ts.NewLineKind.LineFeed,
  },
});

const written = new Map();
const { diagnostics } = program.emit(undefined, (path, text) => written.set(relative(out, path), text));
if (diagnostics.length > 0) {
  // biome-ignore lint/suspicious/noConsole: a script that npm runs
  console.error(
    ts.formatDiagnostics(diagnostics, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => '\n',
    }),
  );
  process.exit(1);
}

/** Entries, and every file that a declaration imports. */
const reached = new Set(entries);
for (const file of reached)
  for (const [, target] of written.get(file).matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g))
    reached.add(join(dirname(file), `${target}.d.ts`));

rmSync(out, { recursive: true, force: true });
for (const file of reached) {
  mkdirSync(dirname(join(out, file)), { recursive: true });
  writeFileSync(join(out, file), written.get(file));
}
