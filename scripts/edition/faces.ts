import type { FontFace } from '../article/edition.js';

/** Region of glyph forms: 骨, 直, 返 differ between the three. */
export type Region = 'SC' | 'TC' | 'HK';

function noto(family: string, kind: 'serif' | 'sans', region: Region, weight: 400 | 700): FontFace {
  const name = `Noto${kind === 'serif' ? 'Serif' : 'Sans'}${region}`;
  const style = `${weight}${weight === 400 ? 'Regular' : 'Bold'}`;
  return {
    family,
    weight,
    file: `${name}_${style}.ttf`,
  };
}

/** A face of a family that has a file a style: `NotoSerif_400Regular.ttf`. */
function letters(name: string, style: string, more: Partial<FontFace> = {}): FontFace {
  const weight = Number.parseInt(style, 10) === 400 ? 400 : 700;
  return {
    family: 'chongpai-latin',
    weight,
    ...more,
    file: `${name}_${style}.ttf`,
  };
}

/**
 * Faces for characters that no Chinese font has: names in other scripts, phonetic signs, black emoji. Latin of the
 * same colour as Noto's comes first (its SemiBold has the stem of Noto's Bold); each of the others supplies only
 * characters that earlier ones lack, so that a book without such a name has no byte of it.
 */
export const latinFaces: readonly FontFace[] = [
  letters('SourceSerif4', '400Regular'),
  letters('SourceSerif4', '400Regular_Italic', { style: 'italic' }),
  letters('SourceSerif4', '600SemiBold'),
  letters('NotoSerif', '400Regular'),
  letters('NotoSerif', '400Regular_Italic', { style: 'italic' }),
  letters('NotoSerif', '700Bold'),
  ...both('NotoNaskhArabic', 'Arabic'),
  ...both('NotoSerifHebrew', 'Hebrew'),
  ...both('NotoSerifDevanagari', 'Devanagari'),
  ...both('NotoSansThai', 'Thai'),
  ...both('NotoSerifTibetan', 'Tibetan'),
  ...both('NotoSansGeorgian', 'Georgian'),
  ...both('NotoSansArmenian', 'Armenian'),
  ...both('NanumMyeongjo', 'Hangul'),
  letters('NotoSansMongolian', '400Regular', { only: 'Mongolian' }),
  letters('NotoSansYi', '400Regular', { only: 'Yi' }),
  ...both('NotoEmoji'),
];

/** Regular and bold. */
function both(name: string, only?: string): FontFace[] {
  return ['400Regular', '700Bold'].map((style) => letters(name, style, only === undefined ? {} : { only }));
}

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
      file: 'LXGWWenKai-Regular.ttf',
    },
    noto('chongpai-hei', 'sans', region === 'SC' ? 'SC' : 'TC', 700),
    ...latinFaces,
  ];
}
