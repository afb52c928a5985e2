import type { RuleWords } from '../../article/words/rule-words.js';

/** Sentences about the notations of sources, and about damaged text. */
export const notationWords = {
  recognition: {
    reason: [
      'OCR 自己对这一行没有把握。',
      'OCR 自己對這一行沒有把握。',
      'OCR was not sure of this line itself.',
    ],
    asks: ['“{text}”OCR 没有把握', '「{text}」OCR 沒有把握', 'OCR was not sure of “{text}”'],
    remedy: [
      '对照原版改字；没错就不用管。',
      '對照原版改字；沒錯就不用管。',
      'Compare it with the print and correct it; if it is right, leave it.',
    ],
  },
  mojibake: {
    reason: [
      '字节读错了编码，或在提取时受损。',
      '位元組讀錯了編碼，或在擷取時受損。',
      'Bytes were read in another encoding, or damaged by the extraction.',
    ],
    asks: ['“{text}”是乱码', '「{text}」是亂碼', '“{text}” is no text but damaged bytes'],
    remedy: [
      '换编码重读，或照原版改字。',
      '換編碼重讀，或照原版改字。',
      'Read it in another encoding, or correct it by the printed page.',
    ],
  },
  archive: {
    reason: [
      '存档的篇首有题目和作者，记号不是正文。',
      '存檔的篇首有題目和作者，記號不是正文。',
      'An archive puts title and author before a text; its marks are not text.',
    ],
    asks: ['“{text}”：按文中的记号读了', '「{text}」：按文中的記號讀了', '“{text}” was read by its marks'],
    remedy: [
      '不该这样读的，在 overrides.yaml 里写 off: [archive]。',
      '不該這樣讀的，在 overrides.yaml 裡寫 off: [archive]。',
      'If this is wrong, write off: [archive] in overrides.yaml.',
    ],
  },
  html: {
    reason: [
      '网页的标签不是正文，字符引用代表一个字。',
      '網頁的標籤不是正文，字元參照代表一個字。',
      'Tags of a web page are not text, and a character reference is one character.',
    ],
    asks: ['“{text}”：按文中的记号读了', '「{text}」：按文中的記號讀了', '“{text}” was read by its marks'],
    remedy: [
      '不该这样读的，在 overrides.yaml 里写 off: [html]。',
      '不該這樣讀的，在 overrides.yaml 裡寫 off: [html]。',
      'If this is wrong, write off: [html] in overrides.yaml.',
    ],
  },
  kanripo: {
    reason: [
      '汉籍电子文本的页码和行标不是正文。',
      '漢籍電子文本的頁碼和行標不是正文。',
      'Page and line marks of a Kanripo text are not text.',
    ],
    asks: ['“{text}”：按文中的记号读了', '「{text}」：按文中的記號讀了', '“{text}” was read by its marks'],
    remedy: [
      '不该这样读的，在 overrides.yaml 里写 off: [kanripo]。',
      '不該這樣讀的，在 overrides.yaml 裡寫 off: [kanripo]。',
      'If this is wrong, write off: [kanripo] in overrides.yaml.',
    ],
  },
  'line-numbers': {
    reason: ['行首的编号不是正文。', '行首的編號不是正文。', 'Numbers before lines are not text.'],
    asks: ['“{text}”：按文中的记号读了', '「{text}」：按文中的記號讀了', '“{text}” was read by its marks'],
    remedy: [
      '不该这样读的，在 overrides.yaml 里写 off: [line-numbers]。',
      '不該這樣讀的，在 overrides.yaml 裡寫 off: [line-numbers]。',
      'If this is wrong, write off: [line-numbers] in overrides.yaml.',
    ],
  },
  markdown: {
    reason: [
      'Markdown 的记号说明体例，不是正文。',
      'Markdown 的記號說明體例，不是正文。',
      'Markdown marks describe the structure and are not text.',
    ],
    asks: ['“{text}”：按文中的记号读了', '「{text}」：按文中的記號讀了', '“{text}” was read by its marks'],
    remedy: [
      '不该这样读的，在 overrides.yaml 里写 off: [markdown]。',
      '不該這樣讀的，在 overrides.yaml 裡寫 off: [markdown]。',
      'If this is wrong, write off: [markdown] in overrides.yaml.',
    ],
  },
} satisfies Record<string, RuleWords>;
