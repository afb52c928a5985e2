import { han } from '../characters.js';
import { beginsWith, charactersOf } from '../ends.js';
import { foldLine } from '../fold.js';
import { pattern } from '../pattern.js';
import { hasSurname } from './surnames.js';
import { agency, date } from './words.js';

const names = pattern('u')`^[${han}·]{2,4}(?:(?: +|、)[${han}·]{2,4}){0,3}$`;
const tail = pattern('u')`^（(?:${[
  '完|全文完|本文完',
  `据${agency}?[^（）。]{0,24}`,
  `${agency}[^（）。]{0,16}${date}[讯电]`,
  '作者(?:为|系|单位|是)?[^（）。]{1,40}',
  `[${han}]{2,10} +[${han}]{2,4}`,
  '(?:记者|通讯员|本报记者|编辑|责编|供稿|文/|图/)[^（）。]{1,30}',
  `[${han}]{2,4} *(?:文/图|整理|摘编|供稿|编?译)`,
  // （红旗公社报道组）
  `[${han}]{2,12}(?:报道组|通讯组|写作组|宣传[部科股处]|供稿)`,
  // （摄影：高二（3）班　郑凯）
  '(?:摄影|图片?|图文|文图|撰文|文字|插图|绘图|供稿|整理|翻译|指导(?:教师|老师)?|推荐|选送|来稿)[：/ ](?:[^（）。]|（[^（）]{1,8}）){1,30}',
  `[${han}]{1,8}（[^（）]{1,8}）[${han}]{0,4} +[${han}]{2,4}`,
].join('|')})）$`;

const signed = pattern('u')`（(?:${[
  '完|全文完',
  `据${agency}?[^（）。]{0,24}`,
  `${agency}[^（）。]{0,16}${date}[讯电]`,
  '(?:本报)?(?:全媒体)?(?:记者|通讯员)[^（）。]{1,20}',
].join('|')})）$`;

/** True for names only: 王小明　李芳. A short heading may look alike: each name begins with a surname. */
export function looksLikeNames(text: string): boolean {
  if (text.length > 24) return false;
  const folded = foldLine(text.trim());
  // 伍佰元 is a sum.
  return names.test(folded) && !/[百佰千仟万]元$/u.test(folded) && folded.split(/ +|、/u).every(hasSurname);
}

/** True if a text ends with its author in brackets, or with （完）: the story is over. */
export const endsSigned = (text: string) => {
  const folded = foldLine(text);
  return folded.endsWith('）') && signed.test(folded.slice(-40));
};

const footer = pattern(
  'u',
)`^(?:（?(?:本?文)?作者(?:为|系|是)[^，。：]{2,24}）?|（?(?:本栏)?(?:逢|每)[^，。]{1,12}(?:刊出|刊登|见报|见刊)）?|[${han}]{4,16}(?:中心|站|局|院|所|大学|学院|医院)(?: +[${han}]{2,8}(?:师|员|授|长|士|医生|主任))? +([${han}]{2,4}))$`;

/** 作者為退休小學校長, 逢周三刊出, 县农技推广中心　高级农艺师　罗有田: what stands under an article. */
export const isFooter = (text: string): boolean => {
  const found = text.length <= 32 ? footer.exec(foldLine(text.trim())) : null;
  return found !== null && (found[1] === undefined || hasSurname(found[1]));
};

/** 文末署名: （据新华社北京12月30日电）, （作者为…）, （江西清河县 李文）, （完）. */
export const looksLikeTail = (text: string) =>
  text.length <= 48 && beginsWith(text.trim(), bracket) && tail.test(foldLine(text.trim()));
const bracket = charactersOf('（');

const staff = pattern('u')`^[（【]?(?:${[
  '(?:稿件|文章|内容|信息|图片|素材)?来源|出处|转自|摘自',
  '(?:责任|值班|图片|本期|见习|微信|新媒体|执行)?编辑|责编|编审|美编|编校|(?:一|二|三|终|初)审|审核|审签|审校|监制|校对|终审|统筹|策划|出品|制作|排版',
  '(?:指导|辅导|推荐)(?:教师|老师|人)|供稿(?:单位|人)?|来稿|选送(?:单位)?',
].join('|')})(?:[：:|/] *|】 *(?=[${han}]{1,3} ?[${han}]{1,3}(?: |$)))[^，。；！？]{1,40}$`;

/** 落款 of a web page: 来源：青川县融媒体中心, 编辑：王川　审核：赵刚. It is never a title. */
export const namesStaff = (text: string) => text.length <= 60 && staff.test(foldLine(text.trim()));

/** — END —, ---: the end of a text. */
export const isEndMark = (text: string) =>
  /^（此件[^（）]*）$/u.test(foldLine(text)) ||
  (text.length <= 16 && /^[-—–─=*· ]*(?:END|完|全文完)?[-—–─=*· ]*$/iu.test(text));
