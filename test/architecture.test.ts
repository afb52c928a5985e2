import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The folders of scripts/ from which a folder may import; the table of scripts/README.md. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  article: ['text'],
  intake: ['article', 'text'],
  restore: ['article', 'text'],
  edition: ['article', 'text'],
  translate: ['article', 'text'],
  chromium: ['article'],
  typeset: ['article', 'text', 'chromium'],
  prepress: ['typeset', 'article', 'text', 'chromium'],
  preview: ['article', 'typeset', 'text', 'chromium'],
};
const stages = Object.keys(mayImport);
/** Beside the stages: files of the root are the pipeline, and only the command line may start commands. */
const rootFiles = 'the root';
const others: Readonly<Record<string, readonly string[]>> = {
  [rootFiles]: [...stages.filter((stage) => stage !== 'preview'), 'outputs'],
  outputs: [...stages.filter((stage) => stage !== 'preview'), rootFiles],
  commands: [...stages, rootFiles, 'outputs', 'bench'],
  bench: [...stages, rootFiles, 'outputs', 'commands'],
};
/** Libraries that only one place may import, so that replacing them is a change in one place. */
const onlyIn: [RegExp, RegExp][] = [
  [/^pagedjs/, /^typeset\/page-box\/paged\.browser\.ts$/],
  [/^opencc-js/, /^edition\//],
  [/^@cantoo\/pdf-lib/, /^(prepress|bench\/proof)\//],
  [/^@hyzyla\/pdfium/, /^(prepress\/look|intake\/pdf)\//],
];
/** Maximum number of files in a folder, so that a newcomer can read its listing at a glance. */
const mostFiles = 24;

const scripts = join(import.meta.dirname, '../scripts');
const files = readdirSync(scripts, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort();

/** One import of a file: its specifier, its target file, and a flag for imports that vanish at run time. */
interface Import {
  file: string;
  to: string;
  target: string | undefined;
  isType: boolean;
}

const imports: readonly Import[] = files.flatMap((file) => importsOf(file));

function importsOf(file: string): Import[] {
  const code = readFileSync(join(scripts, file), 'utf8');
  const named = [...code.matchAll(/^(?:import|export)\s+(type\s)?[^'"()]*?from\s+'([^']+)'/gm)];
  const bare = [...code.matchAll(/^import\s+()'([^']+)'/gm)];
  const late = [...code.matchAll(/\b(typeof )?import\(\s*'([^']+)'/g)];
  return [...named, ...bare, ...late].map(({ 1: type, 2: to = '' }) => ({
    file,
    to,
    isType: type !== undefined && type !== '',
    target: to.startsWith('.') ? join(dirname(file), to).replace(/\.js$/, '.ts') : undefined,
  }));
}

/** The room that a file is in: a stage, `commands`, `bench`, or the root itself. */
const roomOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : rootFiles);

const told = ({ file, to }: Import) => `${file} → ${to}`;

describe('architecture', () => {
  it('finds every file that an import names', () => {
    expect(imports.filter(({ target }) => target !== undefined && !files.includes(target)).map(told)).toEqual(
      [],
    );
  });

  it('keeps each folder, and the files of the root, to the imports they may have', () => {
    const allowed = { ...mayImport, ...others };
    const wrong = imports.filter(({ file, target }) => {
      if (target === undefined || file === 'cli.ts') return false;
      const [from, to] = [roomOf(file), roomOf(target)];
      return from !== to && !allowed[from]?.includes(to);
    });
    expect(wrong.map(told)).toEqual([]);
  });

  it('lets only the command line start a command, and only commands a bench', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        (target?.startsWith('commands/') && !/^(?:cli\.ts$|commands\/|bench\/)/.test(file)) ||
        (target?.startsWith('bench/') && !/^(?:commands\/|bench\/)/.test(file)),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it('names each replaceable library in one place', () => {
    const wrong = imports.filter(({ file, to }) =>
      onlyIn.some(([library, place]) => library.test(to) && !place.test(file)),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it('has no circle of imports, of types neither', () => {
    expect(circles(imports)).toEqual([]);
  });

  it('keeps the folders of a stage in an order: of two, at most one imports from the other', () => {
    const found = imports.flatMap(({ file, target }) => (target ? (siblings(file, target) ?? []) : []));
    expect(circles(found)).toEqual([]);
  });

  it('keeps what runs in a page apart from what runs in Node', () => {
    const isBrowser = (file: string) => file.endsWith('.browser.ts');
    const atRunTime = imports.filter(({ isType }) => !isType);
    const intoBrowser = atRunTime.filter(
      ({ file, target }) => target && isBrowser(target) && !isBrowser(file),
    );
    expect(intoBrowser.map(told)).toEqual([]);
    const inPage = reachable(files.filter(isBrowser), atRunTime);
    const ofNode = atRunTime.filter(({ file, to }) => inPage.has(file) && /^(?:node:|puppeteer)/.test(to));
    expect(ofNode.map(told)).toEqual([]);
  });

  it('has no folder that is too long to read', () => {
    const counts = new Map<string, number>();
    for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > mostFiles)).toEqual([]);
  });

  it('defines Han once, and the grammar of the press once', () => {
    const wrong = files.flatMap((file) => {
      const code = readFileSync(join(scripts, file), 'utf8')
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .replace(/^export const cases = `[\s\S]*?^`/m, '');
      return [
        ...(file !== 'text/characters.ts' && /\\u3400|\\u4e00|\{Script=Han[}]|一-龥|一-鿿/i.test(code)
          ? [`${file}: Han`]
          : []),
        // The same in numbers. `text/` knows the blocks, and a bench tries their characters.
        ...(!/^(?:text|bench)\//.test(file) &&
        /0x(?:3005|3007|3400|4dbf|4e00|9fa5|9fff|f900|faff|20000|3134f|3ffff)\b/i.test(code)
          ? [`${file}: Han in numbers`]
          : []),
        ...(/^restore\//.test(file) &&
        /记者|通讯员|本报|新华社|[上下]转|[上下]接|供图|责任编辑|强调\|/.test(code)
          ? [`${file}: words of the press`]
          : []),
      ];
    });
    expect(wrong).toEqual([]);
  });
});

/** The two folders, beside each other in one stage, that an import leads from and to. */
function siblings(file: string, target: string): Pick<Import, 'file' | 'target'> | undefined {
  const [from, to] = [dirname(file).split('/'), dirname(target).split('/')];
  const shared = from.findIndex((name, index) => name !== to[index]);
  if (shared < 1 || from.length <= shared || to.length <= shared) return undefined;
  return { file: from.slice(0, shared + 1).join('/'), target: to.slice(0, shared + 1).join('/') };
}

/** All files reachable from some files, including themselves. */
function reachable(from: readonly string[], along: readonly Import[]): ReadonlySet<string> {
  const found = new Set(from);
  for (const file of found)
    for (const { file: own, target } of along) if (own === file && target) found.add(target);
  return found;
}

/** Circles of files that lead back to themselves; each circle is listed once. */
function circles(along: readonly Pick<Import, 'file' | 'target'>[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { file, target } of along)
    if (target && !next.get(file)?.includes(target)) next.set(file, [...(next.get(file) ?? []), target]);
  const isDone = new Set<string>();
  const found: string[][] = [];
  const visit = (file: string, way: readonly string[]) => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file]);
    else if (!isDone.has(file)) for (const target of next.get(file) ?? []) visit(target, [...way, file]);
    isDone.add(file);
  };
  for (const file of [...next.keys()].sort()) visit(file, []);
  return found;
}
