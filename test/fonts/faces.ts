import type { FontFace } from '../../scripts/article/edition.js';

const google = '@expo-google-fonts';
/** Noto Serif of a region. */
export const regular = (region: string, more: Partial<FontFace> = {}): FontFace => ({
  family: 'chongpai-serif',
  weight: 400,
  file: `${google}/noto-serif-${region.toLowerCase()}/400Regular/NotoSerif${region}_400Regular.ttf`,
  ...more,
});
export const bold: FontFace = {
  family: 'chongpai-serif',
  weight: 700,
  file: `${google}/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf`,
};
export const hei: FontFace = {
  family: 'chongpai-hei',
  weight: 700,
  file: `${google}/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf`,
};
export const latin = (weight: number, name: string, style?: 'italic'): FontFace => ({
  family: 'chongpai-latin',
  weight,
  ...(style && { style }),
  file: `${google}/source-serif-4/${weight}${name}/SourceSerif4_${weight}${name}.ttf`,
});

export const kai: FontFace = {
  family: 'chongpai-kai',
  weight: 400,
  file: '@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Regular/result.css',
  only: 'Han',
};
export const rare: FontFace = {
  family: 'chongpai-serif',
  weight: 400,
  file: 'hanamin/HanaMin.css',
  only: 'Han',
};
