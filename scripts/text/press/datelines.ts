import { han } from '../characters.js';
import { foldLine } from '../fold.js';
import { part, pattern } from '../pattern.js';
import { remember } from '../remember.js';
import { agency, date, medium } from './words.js';

const place = part`[${han} ·、/]{0,14}?`;
/** 通讯员 and 电视台 are no dateline's. */
const wire = '[讯电](?![员视话影子])';
const kind = `(?:特?${wire}|消息|专电|专讯)`;
const byReporter = part`（(?:本[报刊台]|新华社|特约|全媒体|融媒体|见习|实习|通讯员|记者|首席|[${han}]{1,8}(?:记者|通讯员) )[^（），。；]{1,40}）`;
const dateline = pattern('u')`^(?:${[
  // 本报讯（记者 李峰）, 新华社北京2月26日电, 本报记者李文上海15日专电
  part`${agency}(?:记者)?${place}(?:${date})? ?${kind}(?: *${byReporter})?`,
  // 光明网讯, 齐鲁晚报济南2月26日讯: after a name that only ends like a medium's, the word must end, too
  part`${medium}(?:${place}${date} ?)?[讯电](?![${han}])(?: *${byReporter})?`,
  // 【本报讯】, ［中央社南京十五日电］, 〔记者王小明台北报导〕, 【本市消息】
  part`【(?:${agency}[^】]{0,24}|记者[^】]{1,24}|[^】]{1,20}(?:${kind}|报道|报导))】(?: *${byReporter})?`,
  byReporter,
  part`据${agency}[^，。]{0,12}[讯电]`,
].join('|')})`;

/** A 电头 has one of these words, or begins with a bracket. */
const telling = /[讯电]|消息|^[（【]/u;

/** 电头: length of the part at a text's beginning that names agency, place, date and reporter; 0 without one. */
export const datelineLength = (text: string): number => lengthOf(text.slice(0, longestDateline));
const longestDateline = 120;
const lengthOf = remember((text) => {
  const folded = foldLine(text);
  return (telling.test(folded) && dateline.exec(folded)?.[0].length) || 0;
});

const gluedDateline = pattern(
  'u',
)`^[^，。；：！？、]{8,40}?(?<![据从援引由《“”、])(?=(?:本报(?:${place}(?:${date})? ?)?讯|(?:新华社|中新[社网]|本报)${place}${date} ?电|[日晚早晨时商快]报讯(?![${han}])|【本报讯】))`;

/** Offset of a 电头 behind a headline that the extraction merged with the story; 0 if there is none. */
export const gluedDatelineAt = (text: string) => {
  const folded = foldLine(text).slice(0, 80);
  return /[讯电]/u.test(folded) ? (gluedDateline.exec(folded)?.[0].length ?? 0) : 0;
};

const storyStart = pattern(
  'u',
)`^(?:据?${agency}[^，。]{0,24}?${wire}|${medium}讯(?![${han}])|【(?:${agency}[^】]{0,24}|记者[^】]{1,24}|[^】]{1,20}(?:${kind}|报道|报导))】)`;

/** True if the text begins a story by its 电头; nothing else in a story begins like this. */
export const opensWithDateline: (text: string) => boolean = remember((text) => {
  const folded = foldLine(text).slice(0, 64);
  return telling.test(folded) && storyStart.test(folded);
});
