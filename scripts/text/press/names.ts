import { han } from '../characters.js';
import { beginsWith, charactersOf, endsWith, isOneOf } from '../ends.js';
import { foldedUnit, foldLine } from '../fold.js';
import { pattern } from '../pattern.js';
import { remember } from '../remember.js';
import { hasSurname } from './surnames.js';
import { chineseNumerals, day, instructingVerb, names, reporter, sayingVerb } from './words.js';

const bylineLine = pattern(
  'u',
)`^(?!.* 摄影?）?$)（?(?:作者：?)?(?:[□■●◎]|文/)? *${reporter}[ ：]*${names}(?: +(?:${reporter}|实习生)[ ：]*${names})* *(?:文/[图摄]|图/文|摄影报道|文并摄|）)?$`;
const bylineWord =
  /^(?:By|Text by|Reported by|Story by) |^原创 |记者|通讯员|评论员|特派|特约|作者|撰稿|整理|口述|编译|供稿|[著撰译编文图摄绘画述作][：/）]?$|[文图][：/]|[□■●◎◆（）(]/u;
const reporterTells = pattern(
  'u',
)`^${reporter}(?:们|在|从|了解|看到|获悉|近日|日前|昨|今|来到|走进|采访|注意|发现|随|跟|问|还|也|就|再|又)`;
const longestByline = 56;
const bylineStart = pattern('u')`^(?:${reporter}|文/|图/)`;
/** （丹翁）: a pen name under a title; not （一）, （上） or （完）. */
const authorLine = pattern('u')`^[${han}]{2,4}(?:著|撰|译|编译|述|作)$`;
/** Last characters of it. */
const authorEnds = charactersOf('著撰译述作');
const penNameLine = pattern('u')`^（(?![${chineseNumerals}上中下完续之]{1,3}）|待续|未完)[${han}]{1,6}）$`;
const archive = '资料(?:图|照)片?';
const creditLine = pattern(
  'u',
)`^（?(?:${archive}|图片来源.{0,16}|供图.{0,12}|(?:${reporter})? *${names} *(?:摄影?|供图|图|发))）?$`;
const creditAtEnd = pattern(
  'u',
)`(?:（${archive}）|${reporter} *(?:${names} *)?(?:摄|供图)）?|新华社[发供]）?|[${han}]{2,4} +摄）?)$`;
/** Last characters of credits. */
const creditEnds = charactersOf('）摄影图发供社');
/** The first half of a credit that a line end splits. */
const creditBroken = pattern('u')`(?:记者|通讯员) *[${han}]{0,4}$`;
const creditRest = pattern('u')`^[${han}]{0,4} *摄$`;
const picture =
  '(?:[上下左右题]?图(?:为|是|[①-⑨]|一：)|(?:图|图片|照片)(?:说明?|示)：|(?:[上下左右中题]|[上下左右][上下左右一二])图：|图[一二三四五六七八九\\d]：)';
const captionPhrase = pattern('u')`(?:^|[。，；])${picture}`;
const figureTitle = pattern(
  'u',
)`^[附续]?[表图] *[\d${chineseNumerals}]{1,3}(?: *[-—–.．·] *\d{1,3}){0,2}[ ：]*[${han}《“（\d][^。，；]{1,40}$`;
const captionStart = pattern('u')`^(?:${day}(?:[上下]午|晚|至\d{1,2}日)?，|${picture})`;
/** First characters of captions. */
const captionStarts = charactersOf('0123456789上下左右题图 ');
const gluedStart = pattern('u')`^(?:[^，。]{8,40})?${day}(?:[上下]午|晚|至\d{1,2}日)?，|^${picture}`;

/** By Chen Wei; 原创　李文　青城发布 below a title on the web. */
const otherByline = pattern(
  'u',
)`^(?:(?:By|Text by|Reported by|Story by) [A-Z][A-Za-z.'’ -]{2,40}|(?:作者|撰文|采访|整理|采写|摄影|翻译|绘图|图文|图|文)：(?!图)[${han}]{2,4}(?: +[${han}]{2,4}){0,2}|原创(?: +[^ ，。：！？]{2,16}){1,3}(?: +\d{4}-\d{2}-\d{2}(?: +\d{1,2}[:：]\d{2})?)?(?: +[${han}]{2,4})?)$`;

/** 2A　李思颖, 高二（5）班　柳如烟: a pupil under what he or she wrote. */
const pupilLine = pattern(
  'u',
)`^(?:(?:[SFP]\.? ?)?[1-6][A-F甲乙丙丁]|[中小][一二三四五六][甲乙丙丁A-F]?|[高初小][一二三四五六]（?\d{0,2}）?班?|[一二三四五六七八九]年级?（?[一二三四五六\d]{0,2}）?班|[一二三四五六七八九]（\d{1,2}）班) +([${han}]{2,4}(?: +[${han}]{2,4}){0,2})$`;

/** 陈雨桐（育才小学五年级） */
const schoolBehind = pattern(
  'u',
)`^([${han}]{2,4})（[^（）]{0,10}(?:学|校|年级|[班村社局厂院队店镇乡县市]|公司|街道)[^（）]{0,6}）$`;

/** True for a name with class or school, which is a line of its own. */
export function isPupil(text: string): boolean {
  const folded = foldLine(text.trim());
  if (!/[ （]/u.test(folded)) return false;
  const found = (pupilLine.exec(folded) ?? schoolBehind.exec(folded))?.[1];
  return found?.split(/ +/u).every(hasSurname) ?? false;
}

/** □ 楚立新: names behind a mark; in a form the mark is a box. */
const boxedNames = pattern('u')`^[□■◎] *([${han}]{2,4}(?:[ 、]+[${han}]{2,4}){0,2})$`;

/** 林玉珍/退休教师（台中市）: a reader with his profession under a letter's title. */
const ofProfession = pattern(
  'u',
)`^([${han}]{2,3})/[${han}]{0,8}(?:[师员工生民人者长授商农士友眷客妈爸]|公务员|服务业|自由业)(?:（[${han}]{2,6}）)?$`;

/** ■记者手记: a column of the paper, and nobody's name. */
const reportersColumn =
  /记者 *(?:手记|札记|笔记|日记|观察|调查|视点|视角|视线|连线|点评|感言|体验|见闻|述评|评述|来信|快评|短评|按语|追问|探访|走访|出击|在场|说法|帮办)$/u;

/** 署名: true if a text only names the authors of the story. */
export const isByline = (text: string): boolean => text.length <= longestByline && isBylineLine(text);

const isBylineLine = remember((text) => {
  const folded = foldLine(text.trim());
  if (reportersColumn.test(folded)) return false;
  if ((text.length <= 36 && bylineLine.test(folded)) || otherByline.test(folded)) return true;
  const boxed = (boxedNames.exec(folded) ?? ofProfession.exec(folded))?.[1];
  return isPupil(text) || (boxed?.split(/[ 、]+/u).every(hasSurname) ?? false);
});

/** True if a line begins with a reporter's title, or with 文/ or 图/, but not as the subject of a sentence: 记者从…获悉. */
export const opensWithReporter: (text: string) => boolean = remember((text) => {
  const folded = foldLine(text);
  return bylineStart.test(folded) && !reporterTells.test(folded);
});

/** 笔名: （丹翁） under a title, or 李涵秋著. */
export function isPenName(text: string): boolean {
  const folded = text.length <= 12 ? foldLine(text.trim()) : '';
  return beginsWith(folded, brackets)
    ? penNameLine.test(folded)
    : endsWith(folded, authorEnds) && authorLine.test(folded);
}

/**
 * True unless nothing in a line says that it names people: no title, no credit, no surname, no mark before or around
 * it.
 */
export function mayBeByline(text: string): boolean {
  const folded = foldLine(text);
  // 伍佰元 is a sum, though 伍 is a surname.
  if (/[元万千百佰仟年月日届期]$/u.test(folded) && !bylineWord.test(folded)) return false;
  return bylineWord.test(folded) || folded.split(' ').some((word) => word.length <= 4 && hasSurname(word));
}

/** True for a text of names alone: 何平、马雪. */
export const areNames = (text: string): boolean =>
  foldLine(text.trim())
    .split(/[ 、]+/u)
    .every((word) => word.length >= 2 && word.length <= 4 && hasSurname(word));

const authorTitle = /记者|通讯员|评论员|特派|特约|作者|撰稿|撰文|整理|口述|编译|文[/：]/u;
/** True if a byline says that its names are those of reporters or authors: 本报记者　李文, 作者：李文; not 李文. */
export const namesAuthor = (text: string) => authorTitle.test(foldLine(text));

const brackets = charactersOf('（【');

/** （摄影：高二（3）班　郑凯）, （指导教师：许文婷）: true for such a line, which ends a piece. */
export const isCreditInBrackets = (text: string) =>
  text.length <= 40 &&
  beginsWith(text.trim(), brackets) &&
  /^(?:（(?:摄影|图片?|图文|文图|供稿|插图|绘图|书法|指导(?:教师|老师))[：/ ].*）|[（【](?:撰文|采访|采写|撰稿|文字?|摄影|摄|图片?|图文|文图|制图|绘图|漫画|插图|编辑|编译|翻译|报[道导]|记者|整理|统筹|校对)(?:[及、/]\p{sc=Han}{1,2})?[：/] ?[^，。；！？】]{1,24}[）】])$/u.test(
    foldLine(text.trim()),
  );

const dynasty =
  '(?:先秦|[西东]?周|秦|[西东前后]?汉|三国|[魏蜀吴]|[西东]?晋|南北朝|[南北][朝齐梁陈魏周]|隋|唐|五代|[南北]?宋|辽|金|元|明|清|民国|近代|现代|当代)(?:末|初)?';
const ofDynasty = pattern(
  'u',
)`^[（【〔\[]${dynasty}[）】〕\]] *(?:[${han}]{2,4}|[${han}] +[${han}]|佚名|无名氏)$`;

/** （智利）胡安·莫拉: a point parts the names of a foreign author. */
const ofCountry = pattern('u')`^[（【〔\[][${han}]{1,6}[）】〕\]] *[${han}]{1,8}(?:·[${han}]{1,8}){1,3}$`;

const opening = charactersOf('（【〔［[(');

/** （明）李　攀, （智利）胡安·莫拉: the author of an old or a translated text, under its title. */
export const isOldAuthor = (text: string) => {
  if (text.length > 24 || !isOneOf(text.trim().charCodeAt(0), opening)) return false;
  const folded = foldLine(text.trim());
  return ofCountry.test(folded) || (text.length <= 14 && ofDynasty.test(folded));
};

/** 图片署名: true if a text only names the makers of a picture. */
export const isCredit = (text: string): boolean => text.length <= 40 && isCreditLine(text);

const isCreditLine = remember(
  (text) => (text.length <= 30 && creditLine.test(foldLine(text.trim()))) || isCreditInBrackets(text),
);

/** True if a text ends with the name of the photographer. */
export function endsWithCredit(text: string): boolean {
  return endsWith(text, creditEnds) && creditAtEnd.test(foldLine(text).slice(-60));
}

/** 杨怡/文　王鹏/图: true if a text ends so, as a caption does. */
export const endsWithSlashCredit = (text: string) => /\/[图摄]$/u.test(foldLine(text).slice(-8));

/** The two halves of a credit that a line end splits: …记者李 | 峰 摄. */
export const isCreditHead = (text: string) => creditBroken.test(foldLine(text).slice(-16));
export const isCreditTail = (text: string) => text.length <= 12 && creditRest.test(foldLine(text));

const reporterEnd = /(?:记者|通讯员)$/u;
const reporterNamed = pattern('u')`(?:记者|通讯员) +[${han}]{2,4}$`;
const nameAndVerb = pattern('u')`^[${han}]{2,4} +(?:摄|供图|文|图)`;
const verbAlone = pattern('u')`^(?:摄|供图)(?![${han}])`;

/** True if a credit continues over a line end, between title and name or name and verb, where a space was. */
export function isPartedCredit(line: string, next: string): boolean {
  if (!mayEndCredit(next)) return false;
  const before = foldLine(line.slice(-16));
  const after = foldLine(next.slice(0, 16));
  return (
    (reporterEnd.test(before) && nameAndVerb.test(after)) ||
    (reporterNamed.test(before) && verbAlone.test(after))
  );
}

const [photo, supply, blank] = [...'摄供 '].map((sign) => sign.charCodeAt(0));

/** A glance: true for a verb, or a blank behind two to four characters, of two units at most. */
export function mayEndCredit(next: string): boolean {
  const first = foldedUnit(next, 0);
  if (first === photo || first === supply) return true;
  for (let at = 2; at <= 8; at++) if (foldedUnit(next, at) === blank) return true;
  return false;
}

const nameCut = pattern('u')`(?:记者|通讯员)(?: +[${han}]{2,4})* +[${han}]$`;
const nameRest = pattern('u')`^[${han}]{1,2}(?: |$|）)`;

/** True if a line end parts a name of a byline: 记者　赵杰　刘 | 志娟. */
export const isPartedName = (line: string, next: string) =>
  /[ \u3000]/u.test(line.at(-2) ?? '') && nameRest.test(foldLine(next)) && nameCut.test(foldLine(line));

// The name first: looking back from each space of a run would take quadratic time.
const spread = pattern(
  'gu',
)`([${han}])(?<=(?:记者|通讯员|编辑|摄影|作者|文|图) +[${han}]) +([${han}])(?=$|[ ）])`;
const announced = /(?:记者|通讯员|特约|供图|图片|摄影|作者)[^，。；！？]*$/u;
const creditVerb = pattern('u')`^(?:摄|文|图|绘|供图)(?![\p{L}])`;

/** 记者 李 峰: places of names of two characters that were set as wide as those of three. */
export const spreadNames = (text: string): { start: number; end: number }[] =>
  [...foldLine(text).matchAll(spread)].map(({ 0: name, index }) => ({
    start: index,
    end: index + name.length,
  }));

/** True if a space between names or before a verb of credits is intended: names precede it, or 摄 follows. */
export const isNameBlank = (before: string, after: string) =>
  announced.test(foldLine(before)) || creditVerb.test(foldLine(after));

/** 姓名 in a byline, one per match; for texts of any edition, so both scripts are listed. For `matchAll` only. */
export const bylineName = pattern(
  'gu',
)`(?<=(?:记者|記者|通讯员|通訊員)(?:[　 ]?[${han}]{2,3}[　 、])*[　 ]?)[${han}]{2,3}(?=[　 、）)]|[摄攝]|$)`;

/** 图说: says what the picture shows, or ends with the photographer. Longer texts are not captions. */
export function isCaption(text: string): boolean {
  if (text.length > 220 || text.length < 8) return false;
  const folded = foldLine(text);
  return (/[图照]/u.test(folded) && captionPhrase.test(folded)) || endsWithCredit(text);
}

/** 表题, 图题: 表3—1　县境主要水库情况表. It stands over its table, and heads no story. */
export const isFigureTitle = (text: string) => text.length <= 48 && figureTitle.test(foldLine(text.trim()));

/** True if a text has 图为 anywhere. */
export const saysWhatIsShown = (text: string) => /图为/u.test(foldLine(text));
/** True if a text ends with a sentence of 图为 … */
export const endsWithWhatIsShown = (text: string) => /图为[^。]*。$/u.test(foldLine(text));

/** True if a caption begins here with its date or 图为 … */
export const opensCaption = (text: string) =>
  beginsWith(text, captionStarts) && captionStart.test(foldLine(text).replaceAll(' ', ''));
/** … or with up to 40 characters of a headline that was merged with it. */
export const opensCaptionOrGlue = (text: string) => gluedStart.test(foldLine(text).replaceAll(' ', ''));

const gluedDate = pattern(
  'u',
)`^[^，。；：！？、\d]{5,40}?(?<![于在从至自到截的])(?=(?:${day}(?:[上下]午|晚)?|前不久|不久前)，)`;
const gluedReporter = pattern(
  'u',
)`^[^，。；：！？]{6,36}?(?=(?:本报|□)(?:全媒体)?记者 *${names}$)|^[^，。；：！？]{8,36}?(?=记者 +${names}$)`;

/** Offset of a caption's date after a headline that was merged with it; 0 if there is none. */
export const gluedCaptionAt = (text: string) => {
  const folded = foldLine(text);
  return /[日午晚久前]，/u.test(folded) ? (gluedDate.exec(folded)?.[0].length ?? 0) : 0;
};
/** The same for a byline after a headline. */
export const gluedBylineAt = (text: string) => {
  const folded = foldLine(text);
  return folded.includes('记者') ? (gluedReporter.exec(folded)?.[0].length ?? 0) : 0;
};

const kickerEnd = pattern('u')`(?:时|中|上|会上|期间)?${sayingVerb}$`;
const instructed = pattern('u')`${instructingVerb}$`;
/** 眉题: ends with a verb that its headline completes. */
export const endsWithSaying = (text: string) => kickerEnd.test(foldLine(text.trim()));
/** The same with the verbs that no paragraph's line ends with by chance. */
export const endsWithInstruction = (text: string) => instructed.test(foldLine(text.trim()));
