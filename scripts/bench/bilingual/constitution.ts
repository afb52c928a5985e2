import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Group {
  zh: string[];
  en: string[];
}

/** Makes a publication of the aligned Constitution: one article, and its translation beside it. Gives its folder. */
export function writeConstitution(corpus: string): string {
  const groups = readFileSync(corpus, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Group);
  const root = mkdtempSync(join(tmpdir(), 'chongpai-bilingual-'));
  const folder = join(root, 'manuscript', 'constitution');
  mkdirSync(join(folder, 'en'), { recursive: true });
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 中华人民共和国宪法\n');
  writeFileSync(join(folder, 'issue.yaml'), 'sections:\n  - articles: ["01"]\n');
  writeFileSync(join(folder, 'en', 'issue.yaml'), 'title: Constitution of the People’s Republic of China\n');
  writeFileSync(join(folder, '01.md'), toMarkdown(groups, 'zh'));
  writeFileSync(join(folder, 'en', '01.md'), toMarkdown(groups, 'en'));
  return root;
}

/** The first group is the title; short ones without a stop are crossheads. */
function toMarkdown(groups: readonly Group[], language: keyof Group): string {
  const blocks = groups.map((group, index) => {
    const text = escapeMarkup(group[language].join(language === 'zh' ? '' : ' '));
    const isCrosshead = group.zh.join('').length < 16 && !/[。；：！]$/.test(group.zh.at(-1)!);
    return index === 0 ? `# ${text}` : isCrosshead ? `## ${text}` : text;
  });
  return `${blocks.join('\n\n')}\n`;
}

/** Escapes text that Markdown would take for markup: lists, emphasis. */
const escapeMarkup = (text: string) => text.replace(/[*_#`<[\]]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
