import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/article/package-root.js';
import type { Language } from '../../scripts/article/words/sentence.js';
import { helpWords } from '../../scripts/commands/help-words.js';
import { program } from '../../scripts/commands/program.js';
import { helpIn } from '../../scripts/commands/speak-help.js';
import { schemes } from '../../scripts/prepress/impose/schemes/schemes.js';

function programIn(language: Language): Command {
  const silent = () => undefined;
  const streams = { result: silent, line: silent, progress: silent, input: async () => new Uint8Array() };
  return program({ cwd: '/', language, ...streams }, silent);
}

const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
const wordsOf = (command: Command) => [
  command.description(),
  ...command.options.map(({ description }) => description),
];

describe('help in Chinese', () => {
  it('has words for every command and option, and none that nothing says', () => {
    const said = all(programIn('en')).flatMap(wordsOf);
    expect(said.length).toBeGreaterThan(60);
    expect(said.filter((text) => helpIn('zh-Hans', text) === text && !/^zh-Hans, /.test(text))).toEqual([]);
    const ids = /zh-Hans(?:, zh-\w+(?:-\w+)?)+(?=, en;|$)/;
    const known = new Set(
      said.map((text) => (text.startsWith('language of') ? text : text.replace(ids, '{ids}'))),
    );
    const spare = Object.keys(helpWords).filter((text) => !known.has(text));
    expect(
      spare.every((text) => /^FILE|:$|^\(|^display/.test(text)),
      spare.join('\n'),
    ).toBe(true);
  });

  it.each(['zh-Hans', 'zh-Hant'] as const)('is %s throughout', (language) => {
    const text = all(programIn(language))
      .map((command) => command.helpInformation())
      .join('\n');
    expect(text).not.toMatch(/Usage:|Options:|Commands:|display help|default:/);
    if (language === 'zh-Hans') expect(text).not.toMatch(/[這個檔資終編選項預設說與為還]/u);
    else expect(text.replaceAll('软件', '')).not.toMatch(/[这个档资终编选项预设说与为还默认]/u);
    expect(text).toContain('--edition');
  });

  it('names the schemes of imposition as the trade and the README do', () => {
    for (const [at, language] of [
      [0, 'zh-Hans'],
      [1, 'zh-Hant'],
    ] as const) {
      const help = programIn(language)
        .commands.find((one) => one.name() === 'build')!
        .helpInformation();
      for (const [id, { name }] of Object.entries(schemes))
        expect(help.replace(/\s+/g, '')).toContain(`${id}${name[at].replace(/（.*/, '')}`);
    }
    const readme = readFileSync(join(packageRoot, 'README.zh.md'), 'utf8');
    for (const [id, { name }] of Object.entries(schemes))
      expect(readme).toContain(`| \`${id}\` | ${name[0].replace(/（.*/, '')} |`);
  });

  it('is English where nobody asks for Chinese', () => {
    expect(programIn('en').helpInformation()).toContain('Make PDFs of issues');
  });
});
