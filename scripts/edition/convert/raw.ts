import { ConverterBuilder } from 'opencc-js/core';
import * as preset from 'opencc-js/preset';

type Convert = (text: string) => string;

/** OpenCC's names for what an edition's text is made from and to: s2tw, s2hk, s2t, t2s. */
const directions: Record<string, [from: string, to: string]> = {
  'zh-Hant-TW': ['cn', 'tw'],
  'zh-Hant-HK': ['cn', 'hk'],
  'zh-Hant': ['cn', 't'],
  'zh-Hans': ['t', 'cn'],
};

const built = new Map<string, Convert>();

/** opencc-js alone (`--raw`). Its tries cost 300 ms and 40 MB, so they are built once an edition, when first used. */
export function convertRaw(text: string, editionId: string): string {
  const known = built.get(editionId);
  if (known) return known(text);
  const direction = directions[editionId];
  if (!direction) throw new RangeError(`OpenCC knows no edition ${editionId}`);
  const convert = ConverterBuilder(preset)({ from: direction[0], to: direction[1] });
  built.set(editionId, convert);
  return convert(text);
}
