export { png } from '../../scripts/bench/edits/png.js';
export { paperOf } from '../../scripts/bench/edits/try-edit.js';

import { buildIssues } from '../../scripts/commands/build.js';

/** Builds issues of a publication in this process; `onStage` is called as each stage begins. */
export async function build(
  root: string,
  {
    issues = [],
    onStage,
    ...options
  }: {
    issues?: string[];
    onStage?: (text: string) => void;
    edition?: string[];
    resume?: boolean;
    out?: string;
  } = {},
): Promise<{ code: number; lines: string[]; results: string }> {
  const lines: string[] = [];
  let results = '';
  const code = await buildIssues(issues, options, {
    cwd: root,
    result: (text) => {
      results += text;
    },
    line: (text) => lines.push(text),
    progress: (text) => onStage?.(text),
    input: async () => new Uint8Array(),
  });
  return { code, lines, results };
}
