import { foldLine } from '../fold.js';
import { pattern } from '../pattern.js';
import { numeral } from './words.js';

const sky =
  '(?:天气：?)?(?:大|中|小|暴|阵|雷阵|雷|微|细|毛毛|暴风)?(?:晴|阴|多云|雨|雪|雾|风|霾|雨夹雪)(?:[天转到间、 ]{1,2}(?:大|中|小|阵|微|细)?(?:晴|阴|多云|雨|雪|雾|风|霾|雨夹雪))?天?(?: .{1,6})?';
const day = pattern(
  'u',
)`^(?:${numeral}{2,4}年)?${numeral}{1,3}月${numeral}{1,3}日?[ ，]*(?:（?(?:星期|周|礼拜)[一二三四五六日天]）?)?[ ，]+${sky}$`;

/** 5月12日　星期二　晴: the head of a day in a diary. */
export const isDiaryDay = (text: string) => text.length <= 24 && day.test(foldLine(text.trim()));
