import type { Language, Sentence } from '../../article/words/sentence.js';
import type { PressPlan } from './plan-sheets.js';
import type { Press } from './press.js';
import { schemes } from './schemes/schemes.js';

/** 怎样上机: instructions for printing the file and handling the sheets, for the person at the printer. */
export function feedingOf(
  { sheets, sheet, flip }: PressPlan,
  press: Press,
): Readonly<Record<Language, string>> {
  const { name, isDuplex, ...scheme } = schemes[press.scheme];
  const [hans, hant, en] = scheme.afterwards(press);
  const count = sheets.length;
  const isAcross = sheet.widthMm > sheet.heightMm;
  const isShort = flip === 'short';
  const size = `${round(sheet.widthMm)} × ${round(sheet.heightMm)}`;
  const sides: Sentence = isDuplex
    ? [
        `双面、${isShort ? '短边' : '长边'}翻转`,
        `雙面、${isShort ? '短邊' : '長邊'}翻轉`,
        `on both sides, flipped at the ${flip} edge`,
      ]
    : ['单面', '單面', 'on one side'];
  return {
    'zh-Hans': `${name[0]}：${sheet.name}（${size}毫米）${isAcross ? '横放' : '竖放'}，${count}张，${sides[0]}、实际大小打印。${hans}`,
    'zh-Hant': `${name[1]}：${sheet.name}（${size}公釐）${isAcross ? '橫放' : '直放'}，${count}張，${sides[1]}、實際大小列印。${hant}`,
    en: `${capital(name[2])}: print ${count} ${sheet.name} sheet${count === 1 ? '' : 's'} (${size} mm, ${isAcross ? 'landscape' : 'portrait'}) ${sides[2]}, at actual size. ${en}`,
  };
}

const round = (mm: number) => String(Math.round(mm * 10) / 10);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
