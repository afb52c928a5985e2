import type { FontFace } from '../../scripts/article/edition.js';

/** Noto Serif of a region. */
export const regular = (region: string, more: Partial<FontFace> = {}): FontFace => ({
  family: 'chongpai-serif',
  weight: 400,
  file: `NotoSerif${region}_400Regular.ttf`,
  ...more,
});
export const bold: FontFace = { family: 'chongpai-serif', weight: 700, file: 'NotoSerifSC_700Bold.ttf' };
export const hei: FontFace = { family: 'chongpai-hei', weight: 700, file: 'NotoSansSC_700Bold.ttf' };
export const latin = (weight: number, name: string, style?: 'italic'): FontFace => ({
  family: 'chongpai-latin',
  weight: weight === 400 ? 400 : 700,
  ...(style && { style }),
  file: `SourceSerif4_${weight}${name}.ttf`,
});
export const kai: FontFace = {
  family: 'chongpai-kai',
  weight: 400,
  file: 'LXGWWenKai-Regular.ttf',
  only: 'Han',
};
export const rare: FontFace = {
  family: 'chongpai-serif',
  weight: 400,
  file: 'hanamin/HanaMin.css',
  only: 'Han',
};
