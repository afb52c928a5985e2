import type { FontFace } from '../article/edition.js';

/** Whose glyph forms a region reads: 骨, 直, 返 differ between the three. */
export type Region = 'SC' | 'TC' | 'HK';

const google = '@expo-google-fonts';

function noto(family: string, kind: 'serif' | 'sans', region: Region, weight: 400 | 700): FontFace {
  const name = `Noto${kind === 'serif' ? 'Serif' : 'Sans'}${region}`;
  const style = `${weight}${weight === 400 ? 'Regular' : 'Bold'}`;
  return {
    family,
    weight,
    file: `${google}/noto-${kind}-${region.toLowerCase()}/${style}/${name}_${style}.ttf`,
  };
}

/** Latin of the same colour as Noto's: its SemiBold has the stem of Noto's Bold. */
export const latinFaces: readonly FontFace[] = [
  ['400Regular', 400],
  ['400Regular_Italic', 400],
  ['600SemiBold', 700],
].map(([style, weight]) => ({
  family: 'chongpai-latin',
  weight: weight as number,
  ...(`${style}`.endsWith('Italic') && { style: 'italic' as const }),
  file: `${google}/source-serif-4/${style}/SourceSerif4_${style}.ttf`,
}));

/**
 * 字体: the faces of a region in fallback order. 宋体 for text, 楷体 and 黑体 beside it; characters that the region's
 * own 宋体 lacks come from the other region's, the rarest from HanaMin.
 */
export function facesOf(region: Region): FontFace[] {
  const other = region === 'SC' ? 'HK' : 'SC';
  return [
    noto('chongpai-serif', 'serif', region, 400),
    noto('chongpai-serif', 'serif', region, 700),
    noto('chongpai-serif', 'serif', other, 400),
    noto('chongpai-serif', 'serif', other, 700),
    { family: 'chongpai-serif', weight: 400, only: 'Han', file: 'hanamin/HanaMin.css' },
    {
      family: 'chongpai-kai',
      weight: 400,
      only: 'Han',
      file: '@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Regular/result.css',
    },
    noto('chongpai-hei', 'sans', region === 'SC' ? 'SC' : 'TC', 700),
    ...latinFaces,
  ];
}
