import { describe, expect, it } from 'vitest';
import { type Damage, damaged } from '../../scripts/bench/intake/degrade.js';
import type { FoundPage } from '../../scripts/bench/intake/result-form.js';
import { resultForms } from '../../scripts/bench/intake/write-results.js';
import { newRandom } from '../../scripts/bench/random.js';
import { restoreMarkdown } from '../../scripts/commands/restore/restore-text.js';
import { decodeSource } from '../../scripts/intake/read-source.js';
import { restore } from '../../scripts/restore/index.js';

/** Paragraphs without a mark at their lines' ends: nothing but their places says where they begin. */
const paragraphs = [
  '昨日上午县农业局召集各乡镇负责同志在大礼堂举行春耕生产动员会并对今年的工作作出具体部署',
  '会议要求各乡镇抓住有利时机做好备耕的各项准备工作确保种子化肥农药农机全部到位不误农时',
  '县水利局同日派出五个工作组分赴各灌区检查渠道和水库督促有关单位在月底以前完成清淤任务',
];
const headline = '全县动员做好春耕';
const measure = 12;

/** Sets paragraphs in a column: an indent of two em, as many characters a line as it has room for. */
function column(texts: readonly string[], x: number, y: number): FoundPage['lines'] {
  const lines: FoundPage['lines'] = [];
  for (const text of texts) {
    let rest = [...text];
    for (let indent = 2; rest.length > 0; indent = 0) {
      const own = rest.slice(0, measure - indent);
      rest = rest.slice(own.length);
      const [left, top] = [x + 10 * indent, y + 16 * lines.length];
      const box = { left, top, right: left + 10 * own.length, bottom: top + 10 };
      lines.push({ text: own.join(''), size: 10, box });
    }
  }
  return lines;
}

function page(): FoundPage {
  return {
    width: 400,
    height: 400,
    lines: [
      { text: headline, size: 20, box: { left: 90, top: 40, right: 250, bottom: 60 } },
      ...column(paragraphs.slice(0, 2), 40, 80),
      ...column(paragraphs.slice(2), 180, 80),
    ],
  };
}

const none: Damage = { noise: 0, skew: 0, split: 0 };
const restored = async (form: (typeof resultForms)[number], damage: Damage = none, seed = 1) => {
  const pages = [damaged(page(), damage, newRandom(seed))];
  return restoreMarkdown(await decodeSource(Buffer.from(form.write(pages)), 'page')).markdown;
};
const wanted = `# ${headline}\n\n${paragraphs.join('\n\n')}\n`;

describe('restoring pages whose lines have places', () => {
  it.each(resultForms.map((form) => [form.id, form] as const))(
    'finds title and paragraphs in %s',
    async (_, form) => {
      expect(await restored(form)).toBe(wanted);
    },
  );

  it('finds them where boxes are off by three pixels, and lines come in any order', async () => {
    const form = resultForms.find(({ id }) => id === 'PaddleOCR')!;
    for (let seed = 1; seed <= 8; seed++)
      expect(await restored(form, { noise: 3, skew: 0, split: 0 }, seed)).toBe(wanted);
  });

  it('keeps every character, whatever boxes say', async () => {
    const form = resultForms.find(({ id }) => id === 'Umi-OCR')!;
    const dense = (text: string) => [...text.replace(/[\s#]/gu, '')].sort().join('');
    for (let seed = 1; seed <= 8; seed++) {
      const markdown = await restored(form, { noise: 60, skew: 8, split: 0.5 }, seed);
      expect(dense(markdown.replace(/<!--[^>]*-->|---|^(?:kicker|deck|byline): /gmu, ''))).toBe(
        dense(wanted),
      );
    }
  });

  it('asks about lines of which the recognition was not sure', async () => {
    const { lines } = page();
    const rec_texts = lines.map(({ text }) => text);
    const rec_boxes = lines.map(({ box: { left, top, right, bottom } }) => [left, top, right, bottom]);
    const rec_scores = lines.map((_, index) => (index === 2 ? 0.41 : 0.98));
    const result = JSON.stringify({ rec_texts, rec_boxes, rec_scores });
    const source = await decodeSource(Buffer.from(result), 'page');
    const asked = restore(source).messages.filter(({ ruleId }) => ruleId === 'recognition');
    expect(asked.map(({ start, end }) => source.text.slice(start, end))).toEqual([rec_texts[2]]);
    expect(asked[0]!.reason).toContain('41 %');
  });

  it('restores a text without places as before', async () => {
    const text = `${headline}\n${paragraphs.join('\n')}\n`;
    const source = await decodeSource(Buffer.from(text), 'page.txt');
    expect(source.layout).toBeUndefined();
    expect(restore(source)).toEqual(restore({ text }));
  });
});
