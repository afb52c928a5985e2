import { foldLine } from '../fold.js';

const shown = /（[^）]{0,4}[左右中前后][^）]{0,4}）|图为|当[日天]，|照片/u;
const slug = /^(?:新华社|中新社)(?:照片|图片)，/u;
const sentence = /^(?:当[日天]，|图为|（|(?:新华社|本报|中新社)?记者)/u;

/** （左四）, 图为, 当日，: true for the words of a whole caption. */
export const saysWhoIsShown = (text: string) => shown.test(foldLine(text));
/** 新华社照片，北京，2006年5月9日（体育）: the head of an agency's picture; its number （10） follows. */
export const isPictureHead = (text: string) => slug.test(foldLine(text).slice(0, 12));
/** True if a caption may go on so after a sentence. */
export const goesOnInCaption = (text: string) => sentence.test(foldLine(text).slice(0, 12));
