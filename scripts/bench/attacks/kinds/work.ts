import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attack, AttackKind, Target } from '../attack.js';

const source = '本报讯　今日天气晴好，\n市民纷纷出游。\n\n　　公园里人来人往，\n十分热闹。\n';
const issue = { 'manuscript/a/01.md': null, 'manuscript/r/source.txt': source };

/** The contents of all files in an issue's folder, joined. */
const textOf = ({ root }: Target, folder = 'manuscript/r') =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8'))
    .join('\n');

const keeps =
  (...marks: string[]) =>
  (target: Target) =>
    marks.filter((mark) => !textOf(target).includes(mark)).map((mark) => `${mark} is lost`);

const R = '"$@" restore manuscript/r';
const B = '"$@" build r';
/** The first manuscript that is written, and its first proposal. */
const first = 'f=$(ls manuscript/r/*.md | head -1)';
const change = 'sed -i "s/公园里/廣場癸/" "$f"';

/** Actions of a person between two runs; `$@` is chongpai without arguments. */
const sequences: Record<string, Pick<Attack, 'shell' | 'verify'> & { edits?: readonly string[] }> = {
  'an edited article, restored again': {
    shell: `${R} && ${first} && ${change} && ${R}`,
    verify: keeps('廣場癸'),
  },
  'an edited article, its source changed': {
    shell: `${R} && ${first} && ${change} && sed -i "s/晴好/多雲/" manuscript/r/source.txt && ${R}; ${B}; ${R}`,
    verify: keeps('廣場癸', '多雲'),
    edits: ['manuscript/r/source.txt'],
  },
  'an edited proposal, restored again': {
    shell: `${R} && ${first} && ${change} && sed -i "s/晴好/多雲/" manuscript/r/source.txt && ${R}; for p in $(find manuscript/r -newer "$f" -name "*.md" ! -path "$f"); do sed -i "s/出游/出門子/" "$p"; done; sed -i "s/多雲/大雨/" manuscript/r/source.txt; ${R}; ${R}`,
    verify: keeps('廣場癸'),
    edits: ['manuscript/r/source.txt'],
  },
  'a deleted article, restored again': {
    shell: `${R} && ${first} && rm "$f" && ${R}; test ! -e "$f" || echo AGAIN`,
    verify: ({ root }) =>
      existsSync(join(root, 'manuscript/r')) &&
      readdirSync(join(root, 'manuscript/r')).some((name) => /^0?1\.md$/.test(name))
        ? ['it is there again']
        : [],
  },
  'an emptied article, restored again': {
    shell: `${R} && ${first} && : > "$f" && ${R}; test ! -s "$f"`,
    verify: ({ root }) =>
      readdirSync(join(root, 'manuscript/r')).some(
        (name) =>
          name.endsWith('.md') &&
          readFileSync(join(root, 'manuscript/r', name), 'utf8').includes('晴好') &&
          !/propos/.test(name),
      )
        ? ['the emptied one was filled']
        : [],
  },
  'an edited issue file': {
    shell: `${R} && printf 'title: 癸卯期\\n' >> manuscript/r/issue.yaml; ${R}; ${R}`,
    verify: keeps('癸卯期'),
  },
  'a broken ledger': {
    shell: `${R} && ${first} && ${change} && for l in manuscript/r/*.json; do echo '{"edits": [' > "$l"; done; ${R}; ${B}; true`,
    verify: keeps('廣場癸'),
  },
  'no ledger any more': {
    shell: `${R} && ${first} && ${change} && rm -f manuscript/r/*.json; ${R}; ${B}; true`,
    verify: keeps('廣場癸'),
  },
  'a source that is gone': {
    shell: `${R} && ${first} && ${change} && rm manuscript/r/source.txt && ${B}; ${R}; true`,
    verify: keeps('廣場癸'),
    edits: ['manuscript/r/source.txt'],
  },
  'two restorations at once': {
    shell: `${R} && ${first} && ${change} && { ${R} & ${R} & wait; }`,
    verify: keeps('廣場癸'),
  },
  'marks of a merge': {
    shell: `${R} && ${first} && printf '<<<<<<< HEAD\\n甲癸\\n=======\\n乙癸\\n>>>>>>> other\\n' >> "$f" && ${R}; ${B}; true`,
    verify: keeps('甲癸', '乙癸'),
  },
};

/** Detects a PDF of an earlier build that keeps its name without a message. */
const yesterday: Attack = {
  name: 'a failed edition after a good one',
  files: { 'manuscript/a/01.md': '# 一\n\n昨日。\n' },
  shell: '"$@" && printf "# 一\\n\\n![图](nowhere.png)\\n" > manuscript/a/01.md && ! "$@"',
  edits: ['manuscript/a/01.md'],
  ends: 'done',
  verify: ({ root }, said) => {
    const isThere = existsSync(join(root, 'build/a/zh-Hans.pdf'));
    return isThere && !/zh-Hans\.pdf|older|old/.test(said)
      ? ['yesterday’s PDF lies there without a word']
      : [];
  },
};

/** A person's work, which the next run must not lose. */
export const work: AttackKind = {
  name: 'work',
  attacks: () => [
    ...Object.entries(sequences).map(
      ([name, { shell, ...more }]): Attack => ({
        name,
        files: issue,
        args: [],
        shell: shell!,
        ends: 'told',
        ...more,
      }),
    ),
    yesterday,
  ],
};
