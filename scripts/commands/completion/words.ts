import type { Command } from 'commander';

/** Proposals for a shell: commands with their options, and choices of arguments. */
export interface Words {
  /** Name of the command, several words for a nested one: "translate export". */
  path: string;
  about: string;
  options: { flag: string; about: string; takes: boolean }[];
  /** Names that may follow: commands, or choices of an argument. */
  names: string[];
}

/** All commands of a program, the program itself first, with the path ''. */
export function wordsOf(top: Command): Words[] {
  const collect = (command: Command, path: string): Words[] => [
    {
      path,
      about: command.description(),
      options: command.options
        .filter(({ hidden }) => !hidden)
        .map(({ long, short, description, required, optional }) => ({
          flag: long ?? short ?? '',
          about: description,
          takes: required || optional,
        })),
      names: command.commands.map((one) => one.name()),
    },
    ...command.commands.flatMap((one) => collect(one, `${path} ${one.name()}`.trim())),
  ];
  return collect(top, '');
}
