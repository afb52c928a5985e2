/** The ground of an attack: a publication of strangers, and its surroundings. */
export interface Target {
  /** The publication. */
  root: string;
  /** A folder beside it that is none of chongpai's business; its secret.txt says `secretText`. */
  outside: string;
  /** TMPDIR of the run. */
  tmp: string;
  cache: string;
}

/** An input of strangers, or a fault of the machine, and how chongpai must end. */
export interface Attack {
  name: string;
  /** Files of the publication beside those of `usualFiles`, or in their place; null for none. */
  files?: Readonly<Record<string, string | Uint8Array | null>>;
  /** Prepares more than files: links, devices, sizes. */
  prepare?: (target: Target) => void | Promise<void>;
  /** Arguments of the command, `build` by default. */
  args?: readonly string[];
  env?: Readonly<Record<string, string | undefined>>;
  input?: string | Uint8Array;
  /** A line of sh that runs our command, which is its "$@". */
  shell?: string;
  /** Runs beside the command. */
  meanwhile?: (target: Target & { pid: number }) => Promise<void>;
  /** Files of the publication that the attack itself changes. */
  edits?: readonly string[];
  /** True if the machine must be told what only root may: such an attack is passed over for others. */
  needsRoot?: true;
  /**
   * How it ends: with all made, or with a code other than 0 and these words; `told` where either is right; `killed`
   * where the system ends it.
   */
  ends: 'done' | 'told' | 'killed' | RegExp;
  /** More that must be true afterwards; returns faults. */
  verify?: (target: Target, said: string) => string[] | Promise<string[]>;
}

/** A kind of attack: a row of the table. `server` is the address of a server that must hear nothing. */
export interface AttackKind {
  name: string;
  attacks: (server: string) => readonly Attack[] | Promise<readonly Attack[]>;
}

export const publicationYaml = 'title: 试报\neditions: [zh-Hans]\n';

export const usualFiles: Readonly<Record<string, string>> = {
  'manuscript/publication.yaml': publicationYaml,
  'manuscript/a/01.md': '# 一\n\n正文。\n',
};

/** The text of a file outside of the publication, which may stand in nothing that is made. */
export const secretText = '机密檔案';

/** An article of an attack: a title, and this. */
export const article = (markdown: string): Record<string, string> => ({
  'manuscript/a/01.md': `# 一\n\n${markdown}\n`,
});

/** An article with a picture. */
export const picture = (name: string, content: string | Uint8Array): Record<string, string | Uint8Array> => ({
  ...article(`![图](${name})`),
  [`manuscript/a/${name}`]: content,
});

/** Many: a number that a quadratic algorithm does not survive. */
export const many = 100_000;
