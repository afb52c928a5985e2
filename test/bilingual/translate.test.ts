import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { xliff2js } from 'xliff';
import { exportIssue, importFile } from '../../scripts/commands/translate.js';
import { readBilingual, writeBilingual } from '../../scripts/translate/bilingual-markdown.js';
import { readXliff } from '../../scripts/translate/read-xliff.js';
import type { Unit } from '../../scripts/translate/unit.js';
import { writeXliff } from '../../scripts/translate/write-xliff.js';

const issueId = '2025-02-26';
let root: string;
let said: string[];
const terminal = () => ({
  cwd: root,
  result: (text: string) => void said.push(text),
  line: (text: string) => void said.push(text),
  progress: () => undefined,
  input: async () => new Uint8Array(),
});
const inIssue = (...path: string[]) => join(root, 'manuscript', issueId, ...path);
const read = (...path: string[]) => readFileSync(inIssue(...path), 'utf8');
const out = (ending: string) => join(root, 'out', `${issueId}.en.${ending}`);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chongpai-translate-'));
  said = [];
  cpSync(join(import.meta.dirname, 'publication'), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const exported = async () => {
  await exportIssue(issueId, { out: 'out' }, terminal());
  return readFileSync(out('xlf'), 'utf8');
};

describe('translate export', () => {
  it('is read by an XLIFF library', async () => {
    const { resources, sourceLanguage, targetLanguage } = await xliff2js(await exported());
    expect([sourceLanguage, targetLanguage]).toEqual(['zh-Hans', 'en']);
    const units = Object.values(resources['01'] ?? {}) as { source: string; target?: string }[];
    expect(units.map(({ source }) => source)).toContain(
      '市长王琳玺作报告，“稳”字当头 & 增长 &lt;13.6%&gt;。',
    );
    expect(units.map(({ target }) => target)).toContain(
      'Mayor Wang Linxi reported: "steady" comes first & growth of &lt;13.6 per cent&gt;.',
    );
  });

  it('names the script that the manuscript is written in', async () => {
    writeFileSync(inIssue('01.md'), '# 會議報告\n\n市長王琳璽作報告，強調穩中求進，發展經濟。\n');
    expect(await exported()).toContain('srcLang="zh-Hant"');
  });

  it('gives a picture once, with the caption that is its title', async () => {
    writeFileSync(inIssue('01.md'), '# 会议\n\n![图](a.png "说明")\n\n<!-- credit -->\n张三摄\n');
    rmSync(inIssue('en', '01.md'));
    await exported();
    const bilingual = readFileSync(out('md'), 'utf8');
    expect(bilingual.match(/a\.png/g)).toHaveLength(1);
    const filled = bilingual
      .replace('> ![图](a.png "说明")', (line) => `${line}\n![Picture](a.png "Caption")`)
      .replace('> 张三摄', (line) => `${line}\nPhoto: Zhang San`);
    writeFileSync(out('md'), filled);
    await importFile(out('md'), {}, terminal());
    expect(read('en', '01.md')).toBe('![Picture](a.png "Caption")\n\n<!-- credit -->\nPhoto: Zhang San\n');
  });

  it('gives ids that an insertion leaves as they are', async () => {
    const ids = (xliff: string) => [...xliff.matchAll(/unit id="([^"]+)"/g)].map(([, id]) => id);
    const before = ids(await exported());
    writeFileSync(inIssue('01.md'), read('01.md').replace('市长王', '新加的一段。\n\n市长王'));
    const after = ids(await exported());
    expect(after).toHaveLength(before.length + 1);
    expect(after.filter((id) => before.includes(id))).toEqual(before);
  });
});

describe.each(['xlf', 'md'])('names of the issue in %s', (ending) => {
  const translated: Record<string, string> = { 要闻: 'News', 文化: 'Culture', 试刊: 'Trial & Test' };

  /** The exported file with all names translated. */
  async function filled(): Promise<string> {
    await exported();
    const text = readFileSync(out(ending), 'utf8');
    if (ending === 'md')
      return text.replace(/^> (要闻|文化|试刊)\n\n$/gm, (line, name) => `${line}${translated[name]}\n`);
    return text.replace(
      /(<source>(要闻|文化|试刊)<\/source>\n)/g,
      (line, _, name) => `${line}<target>${translated[name]?.replace('&', '&amp;')}</target>\n`,
    );
  }

  beforeEach(() => {
    writeFileSync(
      inIssue('issue.yaml'),
      'date: 2025-02-26\ntitle: 试刊\nsections:\n  - {title: 要闻, articles: ["01"]}\n  - {title: 文化, articles: ["02"]}\n',
    );
  });

  it('are given to a translator, and come back into the file of names', async () => {
    writeFileSync(out(ending), await filled());
    await importFile(out(ending), {}, terminal());
    expect(read('en', 'issue.yaml')).toBe('title: Trial & Test\nsections:\n  要闻: News\n  文化: Culture\n');
    expect(said.join()).not.toContain('stray');
    const before = read('en', 'issue.yaml');
    await importFile(out(ending), {}, terminal());
    expect(read('en', 'issue.yaml')).toBe(before);
  });

  it('change in the file alone what came back changed, comments stay', async () => {
    writeFileSync(inIssue('en', 'issue.yaml'), '# ours\ntitle: Trial\nsections: [Headlines, Arts]\n');
    const text = (await exported()) && readFileSync(out(ending), 'utf8');
    expect(text).toContain('Headlines');
    writeFileSync(out(ending), text.replace('Headlines', 'News'));
    await importFile(out(ending), {}, terminal());
    expect(read('en', 'issue.yaml')).toBe('# ours\ntitle: Trial\nsections:\n  要闻: News\n  文化: Arts\n');
  });
});

describe.each(['xlf', 'md'])('translate import of %s', (ending) => {
  it('changes nothing when nothing has changed', async () => {
    const xliff = await exported();
    const markdown = readFileSync(out('md'), 'utf8');
    const before = read('en', '01.md');
    await importFile(out(ending), {}, terminal());
    expect(read('en', '01.md')).toBe(before);
    expect(await exported()).toBe(xliff);
    expect(readFileSync(out('md'), 'utf8')).toBe(markdown);
  });

  it('writes an article that had no translation', async () => {
    await exported();
    const text = readFileSync(out(ending), 'utf8');
    const done =
      ending === 'xlf'
        ? text.replace(
            '<source>短讯一则。</source>',
            '<source>短讯一则。</source><target>A piece of news.</target>',
          )
        : text.replace('> 短讯一则。\n', '> 短讯一则。\n\nA piece of news.\n');
    expect(done).not.toBe(text);
    writeFileSync(out(ending), done);
    await importFile(out(ending), {}, terminal());
    expect(read('en', '02.md')).toBe('A piece of news.\n');
  });

  it('flags text that has changed since, and keeps what has gone', async () => {
    await exported();
    await importFile(out(ending), {}, terminal());
    const changed = read('01.md')
      .replace('增长 &lt;13.6%&gt;', '增长 14%')
      .replace(/\n\n代表们[^\n]*/, '');
    expect(changed).not.toBe(read('01.md'));
    writeFileSync(inIssue('01.md'), changed);
    said = [];
    await importFile(out(ending), {}, terminal());
    expect(said.join('\n')).toMatch(/fuzzy/);
    expect(said.join('\n')).toMatch(/orphan/);
    expect(read('en', '01.memory.json')).toContain('The deputies applauded');
    const again = await exported();
    expect(again).toContain('subState="chongpai:fuzzy"');
    expect(again).toContain('<note category="former-source">市长王琳玺作报告，“稳”字当头 &amp;');
    // Reviewed by nobody, it stays flagged.
    await importFile(out(ending), {}, terminal());
    expect(await exported()).toBe(again);
  });
});

it('puts a new paragraph where its source stands', async () => {
  writeFileSync(inIssue('01.md'), read('01.md').replace('市长王', '新加的一段。\n\n市长王'));
  const xliff = (await exported()).replace(
    '<source>新加的一段。</source>',
    '<source>新加的一段。</source><target>A new one.</target>',
  );
  writeFileSync(out('xlf'), xliff);
  await importFile(out('xlf'), {}, terminal());
  expect(read('en', '01.md')).toMatch(/in spring\.\n\nA new one\.\n\nMayor Wang/);
});

it('takes a unit that came twice once, keeps what differs, and refuses another issue’s file', async () => {
  const xliff = (await exported()).replace('trgLang="en"', 'trgLang="en-US"');
  const unit = /<unit(?:(?!<unit)[\s\S])*?applauded[\s\S]*?<\/unit>/.exec(xliff)![0];
  const before = read('en', '01.md');
  writeFileSync(out('xlf'), xliff.replace(unit, `${unit}${unit}${unit.replace('applauded', 'cheered')}`));
  await importFile(out('xlf'), {}, terminal());
  expect(read('en', '01.md')).toBe(before);
  expect(said.join('\n')).toMatch(/occurs twice; “The deputies cheered/);
  const other = xliff.replace(/<source>[^<]*/g, '<source>别的').replace(/(unit id="\d+\.)[^"]*/g, '$1ffff');
  writeFileSync(out('xlf'), other);
  await expect(importFile(out('xlf'), {}, terminal())).rejects.toThrow(/None of the \d+ .* belongs to/);
});

const nasty: Unit[] = [
  {
    id: '01.a',
    kind: 'paragraph',
    source: '甲 &amp; <b>\n\n> 引 \u0001',
    target: 'A ]]> -- "q"\n\n- x',
    state: 'final',
  },
  { id: '01.b', kind: 'heading 1', source: '题', state: 'initial' },
];

describe('files of units', () => {
  it('hold any text as XLIFF', () => {
    const text = writeXliff(nasty, { from: 'zh-Hans', to: 'en' });
    expect(readXliff(text, 'x.xlf')).toEqual({ units: nasty, language: 'en' });
  });

  it('hold any text as Markdown', () => {
    const text = writeBilingual(nasty, { from: 'zh-Hans', to: 'en' });
    expect(readBilingual(text)).toEqual({ units: nasty, language: 'en' });
  });

  it('join segments that a tool has split', () => {
    const text = writeXliff([nasty[1]!], { from: 'zh-Hans', to: 'en' }).replace(
      /<segment[\s\S]*<\/segment>/,
      '<segment state="final"><source>题</source><target>One. <pc id="1">Two</pc></target></segment><ignorable><source> </source></ignorable><segment><source>名</source><target>Three</target></segment>',
    );
    expect(readXliff(text, 'x.xlf').units).toEqual([
      { id: '01.b', kind: 'heading 1', source: '题 名', target: 'One. Two Three', state: 'final' },
    ]);
  });

  it('are read as other tools write them', () => {
    const file = (unit: string) =>
      `\ufeff<?xml version="1.0"?><x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="m" version="2.0" srcLang="zh" trgLang="en-GB"><x:file id="f"><x:group id="g"><x:unit id="01.a" type="chongpai:paragraph">${unit}</x:unit></x:group></x:file></x:xliff>`;
    const read = (unit: string) => readXliff(file(unit), 'x.xlf').units[0];
    // Code in originalData, review marks, matches of a memory, a change of order, a half-finished text.
    expect(
      read(
        '<mtc:matches><mtc:match ref="#1"><x:source>x</x:source><x:target>no</x:target></mtc:match></mtc:matches><x:originalData><x:data id="d1">**</x:data><x:data id="d2">[^1]</x:data></x:originalData><x:segment state="reviewed"><x:source><x:pc id="1" dataRefStart="d1" dataRefEnd="d1">重</x:pc>文<x:ph id="2" dataRef="d2"/></x:source><x:target><x:sm id="m" type="comment"/><x:pc id="1" dataRefStart="d1" dataRefEnd="d1">Bold</x:pc> <x:mrk id="n" translate="no">text</x:mrk><x:em startRef="m"/><x:ph id="2" dataRef="d2"/></x:target></x:segment>',
      ),
    ).toMatchObject({ source: '**重**文[^1]', target: '**Bold** text[^1]', state: 'reviewed' });
    expect(
      read(
        '<x:segment state="final"><x:source>甲。</x:source><x:target order="3">A.</x:target></x:segment><x:ignorable><x:source> </x:source></x:ignorable><x:segment state="translated"><x:source>乙。</x:source><x:target order="1">B.</x:target></x:segment>',
      ),
    ).toMatchObject({ target: 'B. A.', state: 'translated' });
    expect(
      read(
        '<x:segment><x:source>甲。</x:source><x:target>A.</x:target></x:segment><x:segment state="initial"><x:source>乙。</x:source></x:segment>',
      ),
    ).toMatchObject({ target: 'A.乙。', isFuzzy: true });
    expect(read('<x:segment><x:source>甲</x:source><x:target/></x:segment>')).not.toHaveProperty('target');
  });

  it('are refused by name when they are others', () => {
    expect(() => readXliff('<xliff version="1.2"></xliff>', 'x.xlf')).toThrow(
      /version="1.2".*expected XLIFF 2/,
    );
    expect(() => readXliff('<xliff', 'x.xlf')).toThrow(/Not valid XML/);
  });
});

it('ends with what may be asked for', async () => {
  await expect(exportIssue(issueId, { to: 'eng' }, terminal())).rejects.toThrow(/"eng", expected en/);
  await expect(exportIssue(issueId, { format: 'xlif' }, terminal())).rejects.toThrow(
    /expected one of xliff, markdown/,
  );
  await expect(importFile('none.xlf', {}, terminal())).rejects.toThrow(/no such file/);
  expect(readdirSync(root).sort()).toEqual(['manuscript']);
});
