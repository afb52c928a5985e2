import { ConverterFactory } from 'opencc-js/core';
import * as preset from 'opencc-js/preset';
import { type ChineseEdition, rowOf } from '../rows/index.js';

type Convert = (text: string) => string;

const built = new Map<string, Convert>();

/** opencc-js alone (`--raw`). Its tries cost 300 ms and 40 MB, so they are built once, when first used. */
export function convertRaw(text: string, edition: ChineseEdition): string {
  const { opencc } = rowOf(edition);
  const config = opencc.standard ?? opencc.script;
  const convert = built.get(config) ?? ConverterFactory(...preset.configs![config]!.conversionChain);
  built.set(config, convert);
  return convert(text);
}
