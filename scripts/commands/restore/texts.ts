import { dirname, join, relative, resolve } from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { isFolder } from '../../article/manuscript.js';
import { problem } from '../../article/problem.js';
import { listIssues, looseTexts, sourceFiles, stemOf } from '../../article/source-files.js';
import { say } from '../../article/words/say.js';

/** One of many texts to restore. */
export interface Text {
  path: string;
  /** The path for people, as they named it. */
  name: string;
  /** Where its Markdown goes. */
  output: string;
  /** Why it cannot be restored. */
  wrong?: VFileMessage;
}

interface Place {
  cwd: string;
  /** The folder for all outputs, if a person named one. */
  out: string | undefined;
}

/** The texts that a person named, by files and by folders, each once, in that order. */
export function textsOf(asked: readonly string[], { cwd, out }: Place): Text[] {
  const names = asked.flatMap((name) => {
    const path = resolve(cwd, name);
    if (!isFolder(path)) return [{ name, path }];
    const wrong = wrongFolder(name, path);
    if (wrong) return [{ name, path, wrong }];
    return looseTexts(path).map((file) => ({ name: join(name, file), path: join(path, file) }));
  });
  const once = new Map(names.map((one) => [one.path, one]));
  const taken = new Map<string, string>();
  return [...once.values()].map((text) => {
    const output = join(out ?? dirname(text.path), `${stemOf(text.path)}.md`);
    const first = taken.get(output);
    if (!('wrong' in text)) taken.set(output, first ?? text.name);
    return { ...text, output, ...wrongOutput({ ...text, output, first, cwd }) };
  });
}

/** Issues keep their manuscripts, which a text beside them is not. */
function wrongFolder(path: string, folder: string): VFileMessage | undefined {
  if (sourceFiles(folder).length > 0)
    return problem(say('issue-among-texts'), { path, note: say('restore-alone', path) });
  const [issue] = listIssues(folder);
  if (issue !== undefined)
    return problem(say('holds-issues'), { path, note: say('restore-alone', join(path, issue)) });
  if (looseTexts(folder).length === 0) return problem(say('no-texts'), { path, note: say('name-texts') });
  return undefined;
}

function wrongOutput({ path, name, output, first, cwd }: Text & { first: string | undefined; cwd: string }) {
  const note = say('name-out');
  if (output === path) return { wrong: problem(say('output-is-source'), { path: name, note }) };
  if (first === undefined || first === name) return {};
  return { wrong: problem(say('output-taken', relative(cwd, output), first), { path: name, note }) };
}
