/** An instruction of a Dockerfile: a word such as `RUN`, and its arguments. Continued lines are joined. */
export interface Instruction {
  word: string;
  rest: string;
}

/** One image of a Dockerfile, from its `FROM` to the next. */
export interface Stage {
  /** The name after AS; the last stage has none. */
  name: string | undefined;
  /** The image that it starts from. */
  from: string;
  steps: Instruction[];
}

/**
 * Reads the stages of a Dockerfile. Our Dockerfile needs neither ARG nor variables nor here-documents.
 *
 * @throws an error for a line before the first FROM.
 */
export function stagesOf(text: string): Stage[] {
  const stages: Stage[] = [];
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  for (const line of lines) {
    const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') {
      const [, from = '', name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(rest) ?? [];
      stages.push({ name, from, steps: [] });
    } else if (stages.length === 0) throw new Error(`Unexpected ${word} before FROM`);
    else stages.at(-1)!.steps.push({ word, rest: rest.trim() });
  }
  return stages;
}

/** Settings that the steps of a stage pass on to the image. */
export interface Image {
  folder: string;
  workdir: string;
  env: Record<string, string>;
  user: string;
  command: string[];
}

/** Everything that a step needs from outside: the machine, the files to copy, the earlier stages. */
export interface Builder {
  /** Runs a line of a shell in an image, as its user and in its folder. */
  run: (image: Image, line: string) => void;
  /** Copies files of the context, or of a finished stage. */
  copy: (image: Image, files: { from: string | undefined; sources: string[]; target: string }) => void;
}

/** Runs the steps of a stage in a folder with the contents of its base image. */
export function buildStage({ steps }: Stage, folder: string, { run, copy }: Builder): Image {
  const image: Image = { folder, workdir: '/', env: {}, user: 'root', command: [] };
  for (const { word, rest } of steps) {
    if (word === 'WORKDIR') image.workdir = rest;
    else if (word === 'USER') image.user = rest;
    else if (word === 'ENV')
      for (const [, name = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/g)) image.env[name] = value;
    else if (word === 'ENTRYPOINT' || word === 'CMD') image.command.push(...(JSON.parse(rest) as string[]));
    else if (word === 'RUN') run(image, rest);
    else if (word === 'COPY') {
      const words = rest.split(/\s+/);
      const from = words[0]!.startsWith('--from=') ? words.shift()!.slice('--from='.length) : undefined;
      copy(image, { from, sources: words.slice(0, -1), target: words.at(-1)! });
    } else throw new Error(`Unexpected instruction ${word}`);
  }
  return image;
}
