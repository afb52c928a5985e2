import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFileMessage } from 'vfile-message';
import { afterEach, expect, it } from 'vitest';
import { readOverrides } from '../../scripts/article/overrides-file.js';
import { newRandom } from '../../scripts/bench/random.js';
import { exportIssue, importFile } from '../../scripts/commands/translate.js';
import { findPublication } from '../../scripts/config.js';
import { readSource } from '../../scripts/intake/read-source.js';
import { changeOf } from '../../scripts/preview/decide/decide.js';
import { type Change, reversed } from '../../scripts/preview/decide/decision.js';
import { writeChanges } from '../../scripts/preview/decide/write-changes.js';
import { readManuscript } from '../../scripts/read-manuscript.js';
import { redraft } from '../../scripts/redraft.js';
import { build, paperOf } from './publication.js';

const source = `老旧小区换新颜
本报讯　记者李文清报道　昨日，城东街道的老旧小区改造工程
全部完工，三千余户居民喜迁新居。街道办负责人说，今后还将增
设便民菜店。

春耕备耕忙
本报讯　连日来，沿河各村抓紧农时，平整土地，检修水渠，为
春播做好准备。农技人员走进田间，为农户讲解育苗技术。
`;

/** An issue at which people and the machine work in turn, and what the people did, which must stand. */
function newWorld(seed: number) {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-sequence-'));
  const folder = join(root, 'manuscript', 'a');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(root, 'manuscript/publication.yaml'),
    'title: 报\neditions: [zh-Hans]\nparts: [cover]\n',
  );
  writeFileSync(join(folder, 'source.txt'), source);
  return {
    root,
    random: newRandom(seed),
    path: (name: string) => join(folder, name),
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
    names: () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort(),
    folder,
    /** Files as a person left them. */
    own: new Map([['source.txt', source]]),
    /** Words that a person wrote into each article or proposal. */
    marks: new Map<string, string[]>(),
    /** Stories that a person took away. */
    deleted: new Set<string>(),
    /** Two desks, each with what it can take back. */
    desks: [[], []] as Change[][],
    /** Lines that a person wrote into the files of decisions. */
    remarks: new Map<string, string[]>(),
    /** Words of translators that nobody replaced. */
    translated: new Set<string>(),
    count: 0,
  };
}

type World = ReturnType<typeof newWorld>;

/** A mark that stands nowhere else. */
const newMark = (world: World) => `人${['甲', '乙', '丙', '丁'][world.count % 4]}第${++world.count}处`;

function save(world: World, name: string, text: string): void {
  writeFileSync(world.path(name), text);
  world.own.set(name, text);
}

const quiet = { cwd: '', result: () => undefined, line: () => undefined, progress: () => undefined };
const terminalOf = ({ root }: World) => ({ ...quiet, cwd: root, input: async () => new Uint8Array() });

/** Acts of a person or of the machine. */
const acts: Record<string, (world: World) => unknown> = {
  edit: (world) => {
    const name = pick(world, /^(?:\d+|.*\.proposal)\.md$/);
    if (!name) return;
    const mark = newMark(world);
    writeFileSync(world.path(name), `${world.read(name).trimEnd()}\n\n${mark}。\n`);
    world.marks.set(name, [...(world.marks.get(name) ?? []), mark]);
  },
  'edit the order': (world) => {
    if (existsSync(world.path('issue.yaml')))
      save(world, 'issue.yaml', `${world.read('issue.yaml').trimEnd()}\n# ${newMark(world)}\n`);
  },
  delete: (world) => {
    const name = pick(world, /^\d+\.md$/);
    if (!name) return;
    rmSync(world.path(name));
    world.marks.delete(name);
    world.deleted.add(name);
  },
  'change the source': (world) => {
    const lines = world.read('source.txt').split('\n');
    const at = world.random.integer(1, lines.length - 2);
    lines[at] = `${lines[at]}${newMark(world)}`;
    save(world, 'source.txt', lines.join('\n'));
  },
  remark: (world) => {
    const file = world.random.pick(['overrides.yaml', 'names.txt']);
    const line = `# ${newMark(world)}`;
    const text = existsSync(world.path(file)) ? world.read(file) : '';
    writeFileSync(world.path(file), `${text}${text && !text.endsWith('\n') ? '\n' : ''}${line}\n`);
    world.remarks.set(file, [...(world.remarks.get(file) ?? []), line]);
  },
  restore: async ({ folder, path }) => redraft(folder, await readSource(path('source.txt'))),
  build: ({ root, folder }) =>
    readManuscript(folder, findPublication(root), { run: async (_, work) => work(() => undefined) }),
  decide: (world) => {
    const text = world.read('source.txt');
    const at = world.random.integer(0, text.length - 2);
    const decision = world.random.pick([
      { kind: 'replace', range: [at, at + 1], wanted: newMark(world) } as const,
      { kind: world.random.pick(['join', 'break'] as const), at } as const,
      { kind: 'keep', ranges: [[at, at + 8]] as [number, number][] } as const,
    ]);
    const standing = readOverrides(overridesOf(world), 'overrides.yaml').replace ?? [];
    const change = changeOf(text, decision, { replaced: standing });
    world.random.pick(world.desks).push(...writeChanges(world.folder, [change]));
  },
  undo: (world) => {
    const change = world.random.pick(world.desks).pop();
    if (change) writeChanges(world.folder, [reversed(change)]);
  },
  import: async (world) => {
    const terminal = terminalOf(world);
    await exportIssue('a', { format: 'xliff' }, terminal);
    const file = join(world.root, 'build/a/a.en.xlf');
    const text = readFileSync(file, 'utf8');
    const units = [...text.matchAll(/<\/source>(?:\s*<target[^>]*>([^<]*)<\/target>)?/g)];
    if (units.length === 0) return;
    const unit = world.random.pick(units);
    const words = `Words ${++world.count} of a translator.`;
    for (const one of world.translated) if (unit[1]?.includes(one)) world.translated.delete(one);
    const end = unit.index + unit[0].length;
    writeFileSync(file, `${text.slice(0, unit.index)}</source><target>${words}</target>${text.slice(end)}`);
    world.translated.add(words);
    await importFile(file, {}, terminal);
  },
};

const overridesOf = ({ path, read }: World) =>
  existsSync(path('overrides.yaml')) ? read('overrides.yaml') : '';

function pick({ names, random }: World, pattern: RegExp): string | undefined {
  const found = names().filter((name) => pattern.test(name));
  return found.length > 0 ? random.pick(found) : undefined;
}

/** Nothing that a person did is gone. */
function expectKept(world: World): void {
  for (const [name, text] of world.own) expect(world.read(name), name).toBe(text);
  // The machine's later changes come into an edited article; the person's words stay where they were written.
  for (const [name, marks] of world.marks)
    for (const mark of marks) expect(world.read(name), name).toContain(`\n\n${mark}。`);
  for (const name of world.deleted) expect(world.names(), name).not.toContain(name);
  for (const [file, lines] of world.remarks)
    for (const line of lines) expect(world.read(file), file).toContain(line);
  const english = world
    .names()
    .filter((name) => /^en[\\/]./.test(name))
    .map(world.read)
    .join('\n');
  for (const words of world.translated) expect(english).toContain(words);
  expect(world.names().filter((name) => name.endsWith('.tmp'))).toEqual([]);
  readOverrides(overridesOf(world), 'overrides.yaml');
}

let world: World;
afterEach(() => rmSync(world.root, { recursive: true, force: true }));

it.each(Array.from({ length: 30 }, (_, index) => index + 1))(
  'a person’s work outlives what people and the machine do in turn: sequence %i',
  async (seed) => {
    world = newWorld(seed);
    const done: string[] = [];
    for (let step = 0; step < 14; step++) {
      const act = step === 0 ? 'restore' : world.random.pick(Object.keys(acts));
      done.push(act);
      try {
        await acts[act]!(world);
      } catch (error) {
        // An answer in a person's words: the file of a deleted story is missing, a place is not unique.
        for (const one of error instanceof AggregateError ? error.errors : [error])
          expect(one, done.join(', ')).toBeInstanceOf(VFileMessage);
      }
      expectKept(world);
    }
    if (seed % 10 > 0) return;
    // What people wrote stands on paper, too.
    const { code } = await build(world.root);
    const stories = world.names().filter((name) => /^\d+\.md$/.test(name));
    if (code !== 0 || world.deleted.size > 0) return expectKept(world);
    const paper = await paperOf(readFileSync(join(world.root, 'build/a/zh-Hans.pdf')));
    for (const name of stories) for (const mark of world.marks.get(name) ?? []) expect(paper).toContain(mark);
    expectKept(world);
  },
);
