import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Edition } from '../../article/edition.js';
import { within } from '../../article/files/snapshot.js';
import { refuseLinksOut } from '../../article/files/walk.js';
import { listArticles } from '../../article/manuscript.js';
import { problem } from '../../article/problem.js';
import type { Source } from '../../article/source.js';
import { sourceFiles } from '../../article/source-files.js';
import { say } from '../../article/words/say.js';
import { bookFrom } from '../../book.js';
import { buildIssue } from '../../build.js';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import { temporaryFolder } from '../../chromium/temporary-folder.js';
import { findPublication, type Place, pickIssues } from '../../config.js';
import { listThemes, styleFolders } from '../../design.js';
import { editionOf } from '../../edition/edition-of.js';
import { readDictionaries } from '../../edition/lexicon/dictionaries.js';
import { filesOf } from '../../outputs/files-of.js';
import type { Output } from '../../outputs/output.js';
import { outputs as allOutputs } from '../../outputs/outputs.js';
import type { Wanted, Workshop } from '../../preview/layout/workshop.js';
import { isStale, overridesOf, readIssueSource } from '../../read-issue-source.js';
import { type ReadManuscript, readManuscript } from '../../read-manuscript.js';
import { redraft } from '../../redraft.js';
import type { IssueReport, RunStage } from '../../report.js';
import { ruleWords } from '../../rule-words.js';
import { startIssue } from '../start-issue.js';
import { beginningOf, issueOfBeginning } from './beginning.js';
import { comparisonOf } from './comparison.js';
import { firstPages } from './first-pages.js';
import { issueStates } from './issue-states.js';
import { proofOf, proofOfBeginning } from './proof.js';
import { readScan } from './scans.js';
import { sheetsOf } from './sheets.js';

const quiet: RunStage = async (_, work) => work(() => undefined);

/** The stages of a build, for the preview. */
export function newWorkshop(
  root: string,
  issue: string,
  { pool, outputs = allOutputs }: { pool: BrowserPool; outputs?: readonly Output[] },
): Workshop {
  const read = newReading();
  return {
    root,
    issue,
    watched: [join(root, 'manuscript'), ...styleFolders(root)],
    shelf() {
      const { issues, publication } = findPublication(root);
      const editions = publication.editions.map(editionOf).map(({ id, name }) => ({ id, name }));
      return {
        root,
        title: publication.title,
        issues,
        editions,
        themes: listThemes(root),
        theme: publication.theme,
        rules: ruleWords,
      };
    },
    issues: () => issueStates(root),
    async book(wanted) {
      const { place, folder, edition } = resolve(root, wanted);
      const { issue, files } = await read(folder, place);
      return within(files, () => bookFrom(issue, edition, place));
    },
    async firstPages(wanted) {
      const { place, folder, edition } = resolve(root, wanted);
      const unread = await unrestored(folder);
      if (unread) {
        const files = filesOf(folder, place);
        const beginning = beginningOf(unread, within(files, () => overridesOf(folder)).overrides);
        if (beginning)
          return firstPages(
            { issue: issueOfBeginning(beginning, folder, place), files },
            { edition, place },
            unread.text.length,
          );
      }
      const manuscript = await read(folder, place);
      await turn();
      return firstPages(manuscript, { edition, place });
    },
    async proof(issue) {
      const { folder } = resolve(root, { issue, edition: 'zh-Hans' });
      if (sourceFiles(folder).length === 0) return undefined;
      // The proof shows the manuscript of this source and these overrides.
      const source = (await readIssueSource(folder))!;
      if (isStale(folder, source)) redraft(folder, source);
      return proofOf(folder);
    },
    async proofOfBeginning(issue) {
      const { folder } = resolve(root, { issue, edition: 'zh-Hans' });
      return sourceFiles(folder).length === 0 ? undefined : proofOfBeginning(folder);
    },
    async compare(issue) {
      const { place, folder } = resolve(root, { issue, edition: 'zh-Hans' });
      const { issue: known } = await read(folder, place);
      return comparisonOf(known, folder, place);
    },
    scan: (issue, name) => readScan(resolve(root, { issue, edition: 'zh-Hans' }).folder, name),
    folder: (issue) => resolve(root, { issue, edition: 'zh-Hans' }).folder,
    forms: () => [...readDictionaries('t2s').characters],
    author: () => authorIn(root),
    start: async (name, text) => startIssue(root, name, text),
    sheets(wanted, book, inside) {
      const { place, edition } = resolve(root, wanted);
      return sheetsOf(place, edition.id, book, inside);
    },
    outputs(wanted) {
      const { place, edition } = resolve(root, wanted);
      return outputs
        .filter(({ isWanted }) => isWanted(place, edition.id))
        .map(({ id, label, endings: [ending] }) => ({ id, label, ending }));
    },
    async output(wanted, id) {
      const { place, folder, edition } = resolve(root, wanted);
      const output = outputs.find((one) => one.id === id && one.isWanted(place, edition.id));
      if (!output) throw problem(say('no-such-output', id));
      const out = temporaryFolder();
      let failure: unknown;
      const told = (error: unknown) => {
        failure ??= error;
        return '';
      };
      try {
        const report: IssueReport = { issue: wanted.issue, stages: [], editions: [], edits: {}, open: [] };
        const plan = { place, folder, editions: [edition], outputs, out, pool, told, done: () => undefined };
        await buildIssue(plan, report, () => quiet);
        const made = report.editions[0]?.outputs[id];
        if (!made) throw failure ?? new Error('The file could not be made.');
        const { type, endings } = output;
        return { bytes: readFileSync(made.files[0]!.path), type, ending: endings[0] };
      } finally {
        rmSync(out, { recursive: true, force: true });
      }
    },
  };
}

/** The source of an issue that has no manuscript yet. */
async function unrestored(folder: string): Promise<Source | undefined> {
  if (sourceFiles(folder).length === 0 || listArticles(folder).length > 0) return undefined;
  return readIssueSource(folder);
}

/** Lets other requests be answered between two long steps. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Reads a manuscript unless its files are unchanged since the last time: several desks ask for the same one. */
function newReading() {
  let last: { about: string; read: ReadManuscript } | undefined;
  return async (folder: string, place: Place): Promise<ReadManuscript> => {
    // An issue takes its title from the publication's file, which is not among the issue's files.
    const about = JSON.stringify([folder, place.publication]);
    if (last?.about === about && last.read.files.key === filesOf(folder, place).key) return last.read;
    last = { about, read: await readManuscript(folder, place, { run: quiet }) };
    return last.read;
  };
}

function authorIn(root: string): string {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    return execFileSync('git', ['config', 'user.name'], { cwd: root, stdio: [...stdio] })
      .toString()
      .trim();
  } catch {
    return '';
  }
}

function resolve(
  root: string,
  { issue, edition, theme }: Wanted,
): { place: Place; folder: string; edition: Edition } {
  const found = findPublication(root);
  // A theme is a folder's name: it must not lead anywhere else.
  if (theme !== undefined && !listThemes(root).includes(theme))
    throw problem(say('unknown-theme', theme, listThemes(root).join(', ')), {
      ruleId: 'theme',
    });
  const [folder] = pickIssues(found, [issue]);
  refuseLinksOut(root, [relative(root, folder!), 'styles']);
  const place = theme === undefined ? found : { ...found, publication: { ...found.publication, theme } };
  return { place, folder: folder!, edition: editionOf(edition) };
}
