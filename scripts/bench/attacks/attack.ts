/** The folders in which an attack takes place: a publication by strangers, and its surroundings. */
export interface Target {
  /** The publication. */
  root: string;
  /** A folder beside it that chongpai must not read; its secret.txt contains `secretText`. */
  outside: string;
  /** TMPDIR of the run. */
  tmp: string;
  cache: string;
}

/** An input of strangers, or a fault of the machine, and how chongpai must end. */
export interface Attack {
  name: string;
  /** Files that are added to those of `usualFiles` or replace them; null removes a file. */
  files?: Readonly<Record<string, string | Uint8Array | null>>;
  /** Prepares what `files` cannot express: links, devices, sizes. */
  prepare?: (target: Target) => void | Promise<void>;
  /** Arguments of the command, `build` by default. */
  args?: readonly string[];
  env?: Readonly<Record<string, string | undefined>>;
  input?: string | Uint8Array;
  /** A line of sh that runs our command, given as "$@". */
  shell?: string;
  /** Runs beside the command. */
  meanwhile?: (target: Target & { pid: number }) => Promise<void>;
  /** Files of the publication that the attack itself changes. */
  edits?: readonly string[];
  /** True if the attack needs the rights of root; other users skip it. */
  needsRoot?: true;
  /**
   * How it must end: `done`, or with an exit code other than 0 and these words; `told` if either is right; `killed`
   * if the system ends the process.
   */
  ends: 'done' | 'told' | 'killed' | RegExp;
  /** More that must be true afterwards; returns faults. */
  verify?: (target: Target, said: string) => string[] | Promise<string[]>;
}

/** A kind of attack: a row of the table. `server` is the address of a server that must receive no request. */
export interface AttackKind {
  name: string;
  attacks: (server: string) => readonly Attack[] | Promise<readonly Attack[]>;
}

export const publicationYaml = 'title: 试报\neditions: [zh-Hans]\n';

export const usualFiles: Readonly<Record<string, string>> = {
  'manuscript/publication.yaml': publicationYaml,
  'manuscript/a/01.md': '# 一\n\n正文。\n',
};

/** The text of a file outside the publication, which must not appear in any output. */
export const secretText = '机密檔案';

/** An article of an attack: a title, followed by this text. */
export const article = (markdown: string): Record<string, string> => ({
  'manuscript/a/01.md': `# 一\n\n${markdown}\n`,
});

/** An article with a picture. */
export const picture = (name: string, content: string | Uint8Array): Record<string, string | Uint8Array> => ({
  ...article(`![图](${name})`),
  [`manuscript/a/${name}`]: content,
});

/** So many that a quadratic algorithm exceeds the time limit. */
export const many = 100_000;
