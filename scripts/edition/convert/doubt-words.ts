import type { RuleWords } from '../../article/words/rule-words.js';
import type { Doubt } from '../doubt.js';

/** Sentences about the open questions of a conversion. */
export const doubtWords: Readonly<Record<Doubt['ruleId'], RuleWords>> = {
  ambiguous: {
    reason: [
      '一个简体字对应几个繁体字，要看词义。',
      '一個簡體字對應幾個繁體字，要看詞義。',
      'One Simplified character stands for several Traditional ones.',
    ],
    asks: ['“{text}”转成哪个字？', '「{text}」轉成哪個字？', 'Which character does {text} become?'],
    remedy: [
      '选字或自填，写入 overrides.yaml。',
      '選字或自填，寫入 overrides.yaml。',
      'Choose or write it; it goes into overrides.yaml.',
    ],
  },
  misprint: {
    reason: [
      '繁体稿里有个字形与词不合，可能是以前转换的误字，也可能漏了一个简体字。',
      '繁體稿裡有個字形與詞不合，可能是以前轉換的誤字，也可能漏了一個簡體字。',
      'A form in Traditional text does not go with its word: an earlier conversion may have left it.',
    ],
    asks: ['“{text}”是不是误字？', '「{text}」是不是誤字？', 'Is {text} a misprint?'],
    remedy: ['是误字就改稿件。', '是誤字就改稿件。', 'If it is, edit the manuscript.'],
  },
  quote: {
    reason: [
      '引号成对才能换成当地的式样。',
      '引號成對才能換成當地的式樣。',
      'Quotation marks change their form in pairs.',
    ],
    asks: ['稿件里的引号不成对', '稿件裡的引號不成對', 'A quotation mark in the manuscript has no partner'],
    remedy: ['改稿件。', '改稿件。', 'Edit the manuscript.'],
  },
  'mixed-script': {
    reason: [
      '一段里简繁混用，转换没有把握。',
      '一段裡簡繁混用，轉換沒有把握。',
      'Simplified and Traditional in one paragraph cannot be converted with certainty.',
    ],
    asks: ['一段里简繁混用', '一段裡簡繁混用', 'Simplified and Traditional in one paragraph'],
    remedy: ['改稿件。', '改稿件。', 'Edit the manuscript.'],
  },
  'name-conflict': {
    reason: ['专名表里一个词只能有一种写法。', '專名表裡一個詞只能有一種寫法。', 'A name has one form.'],
    asks: ['专名表里一个词有两种写法', '專名表裡一個詞有兩種寫法', 'The names give one word two forms'],
    remedy: ['在 names.txt 里留一行。', '在 names.txt 裡留一行。', 'Keep one of the lines in names.txt.'],
  },
};
