import { expect, it } from 'vitest';
import { decodeSource } from '../../scripts/intake/read-source.js';

/** Two columns of 18 lines with a headline over both, as PaddleOCR tells them; askew by some degrees, in pixels. */
function scanOf(degrees: number, isVertical = false) {
  const [width, height] = [1600, 1600];
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const line = (column: number, row: number) => {
    const isEnd = row % 6 === 5;
    const indent = row % 6 === 0 ? 2 : 0;
    const length = isEnd ? 9 : 16 - indent;
    return {
      text: `${column === 0 ? '左' : '右'}${String.fromCodePoint(0x4e00 + column * 900 + row * 40)}${'的一是在不了有和人这中大为上个国'.slice(0, length - 3)}文`,
      box: [120 + column * 720 + indent * 40, 260 + row * 64, 0, 40] as [number, number, number, number],
      length: length * 40,
    };
  };
  const lines = [0, 1].flatMap((column) => Array.from({ length: 18 }, (_, row) => line(column, row)));
  lines.push({ text: '全县春耕备耕工作座谈会召开', box: [240, 120, 0, 80], length: 1040 });
  const turned = lines.map(({ text, box: [left, top, , thick], length }) => {
    const flat = isVertical
      ? { left: width - top - thick, top: left, right: width - top, bottom: left + length }
      : { left, top, right: left + length, bottom: top + thick };
    const [x, y] = [(flat.left + flat.right) / 2 - width / 2, (flat.top + flat.bottom) / 2 - height / 2];
    const [dx, dy] = [x * cos - y * sin - x, x * sin + y * cos - y];
    return { text, box: [flat.left + dx, flat.top + dy, flat.right + dx, flat.bottom + dy] };
  });
  return Buffer.from(
    JSON.stringify([
      { width, height, rec_texts: turned.map(({ text }) => text), rec_boxes: turned.map(({ box }) => box) },
    ]),
  );
}

it.each([
  [0.5, false],
  [1, false],
  [-2, false],
  [4, false],
  [1.5, true],
  [-3, true],
])('puts lines in order that are askew by %d° (vertical: %s)', async (degrees, isVertical) => {
  const straight = await decodeSource(scanOf(0, isVertical), 'page.json');
  const askew = await decodeSource(scanOf(degrees, isVertical), 'page.json');
  expect(straight.layout!.pages[0]!.angle).toBeUndefined();
  expect(askew.text).toBe(straight.text);
  expect(Math.abs(askew.layout!.pages[0]!.angle! - degrees)).toBeLessThan(0.15);
  const starts = (source: typeof askew) => source.layout!.lines.map(({ box }) => Math.round(box.left / 10));
  expect(starts(askew).map((left, index) => Math.abs(left - starts(straight)[index]!) <= 1)).not.toContain(
    false,
  );
});
