import { z } from 'zod';
import { boxAround } from '../boxes.js';
import type { Engine } from './engine.js';

const name = '@gutenye/ocr-node';
const found = z.array(
  z.object({
    text: z.string(),
    mean: z.number().optional(),
    box: z.array(z.tuple([z.number(), z.number()])),
  }),
);
/** A blank of half an em that the recogniser writes; ours are judged by the boxes. */
const wide = /(?<=[^\x20-\x7e]) +| +(?=[^\x20-\x7e])/gu;

/** PaddleOCR's models in npm, run by ONNX, where a person has installed them beside chongpai. */
export const paddle: Engine = {
  id: 'paddle',
  find: async () => {
    const library = await import(/* @vite-ignore */ name).catch(() => undefined);
    if (library === undefined) return undefined;
    const engine = await library.default.create();
    return {
      name: `${name} (PaddleOCR)`,
      readsVertical: false,
      recognize: async (tiles) => {
        const all = [];
        for (const { png } of tiles) {
          const lines = found.parse(await engine.detect(png));
          all.push(
            lines.map(({ text, mean, box }) => ({
              text: text.replace(wide, ''),
              box: boxAround(box),
              ...(mean !== undefined && { confidence: mean }),
            })),
          );
        }
        return all;
      },
    };
  },
};
