import type { PressPlan } from './plan-sheets.js';
import type { Press } from './press.js';
import { schemes } from './schemes/schemes.js';

/** One sentence in each language. */
export interface Sentences {
  'zh-Hans': string;
  en: string;
}

/** 怎样上机: instructions for printing the file and handling the sheets, for the person at the printer. */
export function feedingOf({ sheets, sheet, flip }: PressPlan, press: Press): Sentences {
  const { name, isDuplex, ...scheme } = schemes[press.scheme];
  const afterwards = scheme.afterwards(press);
  const count = sheets.length;
  const isAcross = sheet.widthMm > sheet.heightMm;
  const size = `${round(sheet.widthMm)} × ${round(sheet.heightMm)}`;
  const sides = isDuplex
    ? {
        zh: `双面、${flip === 'short' ? '短边' : '长边'}翻转`,
        en: `on both sides, flipped at the ${flip} edge`,
      }
    : { zh: '单面', en: 'on one side' };
  return {
    'zh-Hans': `${name['zh-Hans']}：${sheet.name}（${size}毫米）${isAcross ? '横放' : '竖放'}，${count}张，${sides.zh}、实际大小打印。${afterwards['zh-Hans']}`,
    en: `${capital(name.en)}: print ${count} ${sheet.name} sheet${count === 1 ? '' : 's'} (${size} mm, ${isAcross ? 'landscape' : 'portrait'}) ${sides.en}, at actual size. ${afterwards.en}`,
  };
}

const round = (mm: number) => String(Math.round(mm * 10) / 10);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
