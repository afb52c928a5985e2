import type { Doubt } from '../../article/restoration.js';
import { mojibakeOf } from '../../text/mojibake.js';
import type { PageRule } from './page-rule.js';

/** 乱码: a text was damaged before it came here. */
export const mojibake: PageRule = {
  id: 'mojibake',
  words: {
    reason: [
      '字节读错了编码，或在提取时受损。',
      '位元組讀錯了編碼，或在擷取時受損。',
      'Bytes were read in the wrong encoding, or damaged by the extraction.',
    ],
    asks: ['“{text}”是乱码', '「{text}」是亂碼', '“{text}” is not text but damaged bytes'],
    remedy: [
      '换编码重读，或照原版改字。',
      '換編碼重讀，或照原版改字。',
      'Read it in another encoding, or correct it by the printed page.',
    ],
  },
  doubt: ({ text }) => doubtMojibake(text),
};

/** A doubt about a text that was damaged before it came here. */
function doubtMojibake(text: string): Doubt[] {
  const found = mojibakeOf(text);
  if (!found) return [];
  const { start, end, was, remedy } = found;
  return [{ start, end, ruleId: mojibake.id, reason: `Unexpected ${was}, expected text; ${remedy}` }];
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## UTF-8 that was read as GBK
鏂颁慨鐨勪笢娓犳槰鏃ユ斁姘达紝娌挎笭涔濅釜鏉戠殑鍐滅敯寰楀埌鐏屾簤锛屾潙姘戜滑鍦ㄦ笭杈圭噧鏀鹃灜鐐
---
? 鐨

## lost for good
新修的东渠昨日锟斤拷水，沿渠九个村的农田得到灌溉。
---
? 锟斤拷
`;
