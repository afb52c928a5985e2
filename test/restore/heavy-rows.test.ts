import { describe, expect, it } from 'vitest';
import type { FoundLine } from '../../scripts/bench/intake/result-form.js';
import { resultForms } from '../../scripts/bench/intake/write-results.js';
import { restoreMarkdown } from '../../scripts/commands/restore/restore-text.js';
import { decodeSource } from '../../scripts/intake/read-source.js';

const em = 10;
const measure = 14;
const text =
  '县农业局昨日召集各乡镇负责同志在礼堂举行春耕生产动员会，并对今年的工作作出部署，要求各地抓住有利时机做好备耕的各项准备工作。';

/** A column of a page: paragraphs in regular type, and between them rows in bold that stand in their middle. */
class Column {
  readonly lines: FoundLine[] = [
    { text: '春耕动员', size: 20, box: { left: 70, top: 30, right: 150, bottom: 50 }, isBold: true },
  ];
  private y = 70;

  row(own: string, indent: number, isBold = false): this {
    const left = 40 + em * indent;
    const box = { left, top: this.y, right: left + em * own.length, bottom: this.y + em };
    this.lines.push({ text: own, size: em, box, isBold });
    this.y += 1.5 * em;
    return this;
  }

  white(): this {
    this.y += 1.5 * em;
    return this;
  }

  bold(...rows: readonly string[]): this {
    for (const own of rows) this.row(own, (measure - own.length) / 2, true);
    return this;
  }

  paragraph(own = text): this {
    let rest = own;
    for (let indent = 2; rest !== ''; indent = 0) {
      this.row(rest.slice(0, measure - indent), indent);
      rest = rest.slice(measure - indent);
    }
    return this;
  }

  async markdown(): Promise<string[]> {
    const form = resultForms.find(({ id }) => id.startsWith('ALTO 4'))!;
    const written = form.write([{ width: 220, height: this.y + 40, lines: this.lines }]);
    const { markdown } = restoreMarkdown(await decodeSource(Buffer.from(written), 'page'));
    return markdown.split('\n').filter((line) => line.startsWith('##') || line.includes('：'));
  }
}

describe('headings in bold type inside of a column', () => {
  it('go on in a second row, shorter than it need be, where headings have white above', async () => {
    const page = new Column().paragraph().white().bold('农村体制改革', '发展市场经济').paragraph();
    page.white().bold('不误农时', '做好备耕的准备').paragraph();
    const found = await page.markdown();
    expect(found).toEqual(['## 农村体制改革发展市场经济', '## 不误农时做好备耕的准备']);
  });

  it('are two where white parts them', async () => {
    const page = new Column().paragraph().white().bold('第一章总则').white().bold('发展市场经济').paragraph();
    page.white().bold('第二章备耕').paragraph();
    expect(await page.markdown()).toEqual(['## 第一章总则', '## 发展市场经济', '## 第二章备耕']);
  });

  it('end where regular type stands in below them, however short it is', async () => {
    const page = new Column().paragraph().bold('农村体制').paragraph('各乡镇的报告：会议').paragraph();
    const found = await page.markdown();
    expect(found[0]).toBe('## 农村体制');
    expect(found).toContain('各乡镇的报告：会议');
  });
});

describe('a line that stands flush behind a full one', () => {
  it('goes on although it looks like an item, or names the source', async () => {
    const begun = '新华社兰州六月十四日电（记者黄明、林鹏）';
    const page = new Column().paragraph();
    page.row(`　　${begun}`.slice(2, 14), 2).row('者黄明、林鹏和他的同事们）', 0);
    const [full] = [page.lines.at(-1)!];
    full.box.right = full.box.left + em * measure;
    page.row('（三）为实施春耕和备耕工作者', 0).row('提供帮助的办法：见第四条。', 0);
    page.row('（四）其他办法：见第五条。', 2).paragraph();
    const found = await page.markdown();
    expect(found.some((line) => line.includes('同事们）（三）为实施'))).toBe(true);
    expect(found).toContain('（四）其他办法：见第五条。');
  });
});
