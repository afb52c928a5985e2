import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { packageRoot } from '../../article/package-root.js';
import type { Table } from '../table.js';

/** Other people's compilers: what they set where it matters for declarations. `skipLibCheck` is false in all. */
const configurations: Record<string, ts.CompilerOptions> = {
  'NodeNext, ES2022, strict': { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 },
  'NodeNext, ES2020': { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2020 },
  'Node16, ES2021': { module: ts.ModuleKind.Node16, target: ts.ScriptTarget.ES2021 },
  'bundler, ESNext': {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ESNext,
  },
  'bundler, ES2020, with the DOM': {
    module: ts.ModuleKind.ES2020,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2020,
    lib: ['lib.es2020.d.ts', 'lib.dom.d.ts'],
  },
  'NodeNext, every check': {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    noPropertyAccessFromIndexSignature: true,
    isolatedModules: true,
    verbatimModuleSyntax: true,
  },
};

/** A program of somebody who uses all entries. */
const consumer = `import { build, type BuiltBook } from 'chongpai/build';
import { convert, remarkConvert } from 'chongpai/convert';
import { remarkDropFurniture, restore, restoreParse } from 'chongpai/restore';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

export async function publish(folder: string): Promise<Uint8Array[]> {
  const book: BuiltBook = await build(folder, { editions: ['zh-Hans'] });
  for (const { edition, error } of book.report.editions) if (error) throw new Error(edition + error);
  return book.files.map(({ bytes }) => bytes);
}
export const headlines = (text: string): (string | undefined)[] =>
  restore({ text }).articles.map(({ headline }) => headline?.text);
export const taiwan = (text: string): string => convert(text, 'zh-Hant-TW').text;
export const markdown = async (text: string): Promise<string> =>
  String(
    await unified()
      .use(restoreParse)
      .use(remarkDropFurniture)
      .use(remarkConvert, { edition: 'zh-Hant-TW' })
      .use(remarkStringify)
      .process(text),
  );
`;

/**
 * Declarations in other people's compilers: a program that uses every entry of the package, compiled with the package
 * as npm would install it (its declarations, and its dependencies without those for developers).
 */
export async function benchTypes(): Promise<Table[]> {
  execFileSync(process.execPath, [join(packageRoot, 'scripts', 'types.mjs')]);
  const folder = mkdtempSync(join(tmpdir(), 'chongpai-types-'));
  try {
    install(folder);
    writeFileSync(join(folder, 'program.ts'), consumer);
    const rows = Object.entries(configurations).map(([name, options]) => {
      const errors = compile(join(folder, 'program.ts'), options);
      return [name, `${errors.length}`, errors[0] ?? ''];
    });
    if (rows.some(([, count]) => count !== '0')) process.exitCode = 1;
    return [
      {
        title: `Declarations with TypeScript ${ts.version}`,
        head: ['configuration', 'errors', 'first'],
        rows,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The package with its declarations, and links to what it depends on. */
function install(folder: string): void {
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'chongpai');
  mkdirSync(own, { recursive: true });
  cpSync(join(packageRoot, 'package.json'), join(own, 'package.json'));
  cpSync(join(packageRoot, 'build', 'types'), join(own, 'build', 'types'), { recursive: true });
  const { devDependencies } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const isForUse = (name: string) => devDependencies[name] === undefined || name === '@types/node';
  const source = join(packageRoot, 'node_modules');
  const names = readdirSync(source)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(source, name)).map((one) => `${name}/${one}`) : [name],
    );
  for (const name of names.filter(isForUse)) {
    mkdirSync(join(modules, name, '..'), { recursive: true });
    symlinkSync(join(source, name), join(modules, name));
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
}

function compile(file: string, options: ts.CompilerOptions): string[] {
  const program = ts.createProgram({
    rootNames: [file],
    options: {
      ...options,
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: ['node'],
      preserveSymlinks: true,
    },
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ messageText, file: at }) =>
        `${at?.fileName.slice(-60) ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}
