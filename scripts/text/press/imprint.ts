import { han } from '../characters.js';
import { charactersOf, consistsOf } from '../ends.js';
import { foldLine } from '../fold.js';
import { anyOf, part, pattern } from '../pattern.js';
import { remember } from '../remember.js';
import { numeral } from './words.js';

const week = '(?:(?:星期|礼拜|周)[一二三四五六日天])';
const stems = '[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]';
const calendar = '(?:农历|夏历|阴历)';
const lunarMonth = '闰?[正一二三四五六七八九十冬腊]{1,3}月';
const lunarDay = '(?:初|十|廿|卅|二十|三十)?[一二三四五六七八九十]{1,2}日?';
const section =
  '(?:要闻|综合|时政|经济|民生|社会|文化|教育|体育|国内|国际|广告|副刊|评论|专题|新闻|理论|法治|健康|科技|生活|天下|本地|关注|特刊|专版|公告|视点|时评|深度|专刊){1,2}';
const paper = part`(?:[${han}] *){1,6}(?:[日晚早晨时商周快] *报|都 *市 *报|青 *年 *报)`;
const staff =
  '(?:本版|本期|值班|执行|[一二三四]版)?(?:责任编辑|责编|编辑|主编|美编|美术编辑|版式|版面|组版|校对|检校|审校|审读|值班总编|值班主任|值班编委|编委|视觉设计|视觉|制图|图编|文编|总编|总监制|见习编辑|图片编辑|版面设计|版式设计|排版)';

/** The few words of 版面杂质; a line that consists of nothing else belongs to the page. */
const tokens: readonly string[] = [
  // Page numbers: 03, A2, A2版, 第三版, — 4 —
  `第?[A-D]?${numeral}{1,3}[版页]`,
  String.raw`[A-D]\d{1,3}`,
  String.raw`[-—–·•]+ ?\d{1,3} ?[-—–·•]+`,
  // Dates: 2025年2月26日 星期三 农历乙巳年正月廿九
  `(?:公元|民国|中华民国)?${numeral}{1,4}年${numeral}{1,3}月${numeral}{1,3}日?`,
  String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`,
  week,
  `(?:${calendar}?${stems}年${lunarMonth}${lunarDay})`,
  `${calendar}${lunarMonth}${lunarDay}`,
  // FRIDAY, APRIL 3, 2026
  '(?:(?:[Mm]on|MON|[Tt]ues|TUES|[Ww]ednes|WEDNES|[Tt]hurs|THURS|[Ff]ri|FRI|[Ss]atur|SATUR|[Ss]un|SUN)(?:day|DAY))',
  '(?:[1-3]?\\d )?(?:J(?:an|AN)(?:uary|UARY)?|F(?:eb|EB)(?:ruary|RUARY)?|M(?:ar|AR)(?:ch|CH)?|A(?:pr|PR)(?:il|IL)?|M(?:ay|AY)|J(?:une|UNE|uly|ULY)|A(?:ug|UG)(?:ust|UST)?|S(?:ept?|EPT?)(?:ember|EMBER)?|O(?:ct|CT)(?:ober|OBER)?|N(?:ov|OV)(?:ember|EMBER)?|D(?:ec|EC)(?:ember|EMBER)?)\\.? (?:[1-3]?\\d(?:st|nd|rd|th)?[,，]? *)?\\d{4}',
  // Imprint: issue, price
  `(?:总第|第|创刊第|总) ?${numeral}{1,6}[期号]`,
  `今[日天](?:本报)? ?(?:共)?${numeral}{1,3}(?:[版张]|大[版张])`,
  paper,
  section,
];
const blank = '[ ,，·|｜/]*';
const sequence = pattern('u')`^(?:${tokens.join('|')})(?:${blank}(?:${tokens.join('|')}|\d{1,3}))*$`;
/** The characters of all tokens but a paper's name, which has 报 and any others. */
const letters = charactersOf(
  `${tokens.join('')}${blank}0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`,
);
/** A glance: true unless a line has a character that no token has. The patterns of tokens are the largest of all. */
const mayBeTokens = (folded: string) => folded.includes('报') || consistsOf(folded, letters);
/** Each of the tokens has one of these, or is a section at the beginning; a glance before all are tried. */
const tokenSign = pattern('u')`[\dA-Za-z版页年期号张报历周]|星期|礼拜|^(?:${section})`;
const opening = pattern('u')`^\d{1,3}(?:${blank}(?:${tokens.join('|')}))*$`;

/** 页面按钮: what an electronic edition writes around a page: 上一篇　下一篇　放大　缩小　默认. */
const button =
  '(?:[上下前后][一1][版篇页条期]|[上下]期|放大[+＋]?|缩小[-－—]?|默认[oO]?|字号：?|[大中小]|返回(?:目录|首页|列表|顶部)|打印(?:本页|本版)?|收藏|分享(?:到|至)?：?|朗读|复制链接|关闭(?:窗口)?|版面(?:导航|目录|概览)|标题导航|PDF(?:版|下载)?|本版标题|往期回顾)';
const buttons = pattern(
  'u',
)`^(?:[<«‹]{1,2} *)?${button}(?:[ |·/]+${button})+(?: *[>»›]{1,2})?$|^(?:分享(?:到|至)：?|上一[版篇]|下一[版篇]|返回(?:目录|首页))$|^[上下]一[版篇条]：[^。]{1,48}$|^【${button}】(?:[ |]*【${button}】)*$`;

/** 2026年5月6日 星期三 编辑 林璐 美编 周舟 校对 何平 */
const datedStaff = pattern(
  'u',
)`^(?:${tokens.join('|')})(?:${blank}(?:${tokens.join('|')}|\d{1,3}))* +${staff}(?:[：/|][^，。]{1,60}| +[${han} ：]{2,40})$`;
/** A glance before it. */
const staffBehind = pattern('u')` ${staff}[：/| ]`;

/** Lines of the imprint with free text in them. Each pattern matches a whole line. */
const freeLine = anyOf('u', [
  buttons,
  /^(?:本?[报刊])?社址：[^。]{4,58}$/u,
  /^(?:版权|免责)(?:声明|所有)[：:].{0,56}$/u,
  /^.{0,40}(?:ICP备|ICP证|公网安备|互联网新闻信息服务许可证)[^，。]{0,40}$/u,
  // 责任编辑：, 版式, 校对, 电话, 刊号, 邮发代号
  pattern('u')`^[（【]?${staff}(?:[：/|][^，。]{1,40}| +[${han} ：]{2,30})$`,
  /^(?:国内统一)?(?:连续出版物号|刊号|统一刊号)[ ：]*(?:CN)?.{0,30}$/u,
  /^(?:[^，。]{0,6}[报刊] *)?第 *\d{3,6} *期.{0,40}$/u,
  /^.{0,8}(?:邮发代号|总第 *\d+ *期|今日 *\S{1,3} *版|零售(?:每份|价)|每份(?:定价|零售)|广告(?:经营)?许可证).{0,40}$/u,
  // 本栏目由县卫健局协办
  /^本(?:栏目|专栏|版|报|刊|期|节目)?由?[^，。：]{2,24}(?:协办|主办|承办|合办|赞助|冠名|特约刊登)$/u,
  // 点击上方蓝字　关注我们; 阅读 3862　赞 57　在看 23
  /^(?:点击)?[上下]方(?:的)?[“「]?(?:蓝字|卡片|名片|公众号|青字)[^，。]{0,16}$|^(?:点(?:亮|个|击)|长按|扫描?)[^，。]{0,8}(?:在看|二维码)[^。]{0,20}$|^(?:阅读|阅读量|浏览|点赞|点击) *[\d.]+万?\+?(?: *(?:赞|点赞|在看|评论|分享|转发|收藏|喜欢) *[\d.]+万?\+?)+$/u,
  // A nameplate's Latin line
  /^[A-Z][A-Z ]{2,20}(?:DAILY|NEWS|RIBAO|TIMES|WANBAO|POST)$/u,
]);
/** Contact details of the paper. In the middle of a sentence the same words are prose. */
const contacts: readonly RegExp[] = [
  /^(?:新闻|服务|广告|发行|投诉|联系|监督|订报|读者|本报|热线|办公室|编辑部|值班|零售)?(?:热线|电话|传真|手机)(?:：| *(?:（)?\d{3,4}）?[-— ]?\d{6,8})[^，。]{0,40}$/u,
  /^.{0,12}(?:邮箱|E-?mail|网址|官网|投稿|QQ) *： *[\w@.：/-]+.{0,20}$/iu,
];
/** Contacts that only the paper calls its own, without parts of a sentence. */
const ownContact = pattern(
  'u',
)`^(?:(?:[${han}]{0,6}(?:[日晚早晨时商周快]报|都市报|青年报)|本[报刊])社?|[报刊]社|编辑部)(?:地址|社址|新闻热线|热线|电话|邮编|邮箱|网址|传真)[：: ][^。]{4,48}$|^[本报报]?社址：[^。]{4,60}$|^(?:新闻|报料|爆料|广告|发行|订报|征订|读者|投稿|编辑部|值班)(?:服务)?(?:热线|电话|传真|邮箱|信箱)(?:：| )[^，。]{0,44}$|^(?:邮政编码|邮编)：?\d{6}[^，。]{0,40}$`;
/** A sentence that goes on in a contact: 请拨打 | 新闻热线：…. */
const asksForContact =
  /(?:拨打|致电|来电|关注|登录|发送至|发至|请|和|与|或|及|、|，|为|是|：|联系|开通|公布|设立)$/u;
/** A03 城事, 港闻 A12, 城事·4版: a paper may name its sections freely; G20 and F1 are not pages. */
const sectionLabel = pattern(
  'u',
)`^(?:(?!.{0,3}[转接见])[${han}]{2,4} *[·|/—] *\d{1,2}(?=版)|(?!G20|F1|B2B|[A-Z]\d{1,4}次)(?:[A-Z]{1,2}\d{2}|[A-E]\d)[ ·|/:：]*[${han}]{2,5}|(?!.{0,3}[转接见])[${han}]{2,5}[ ·|/]*(?:[A-Z]{1,2}\d{2}|[A-E]\d))版?$`;
/** 第2版　校园动态: a page and its section, in any words but those of a book's edition. */
const pageSection = pattern(
  'u',
)`^第?[A-D]?${numeral}{1,3}版[ ·|/：]+(?!序|前言|说明|后记|跋|修订|导言|自序)[${han}]{2,6}$`;
const dateAlone = pattern('u')`^(?:公元|民国|中华民国)?${numeral}{1,4}年${numeral}{1,3}月${numeral}{1,3}日?$`;
/** 要闻 alone may be a crosshead; a date without its year is not a date line. */
const alone = pattern('u')`^(?:${section})$`;
const dayAlone = pattern(
  'u',
)`^(?:${numeral}{1,3}月${numeral}{1,3}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:[夜晚晨午])?(?: *\d{1,2}:\d{2}(?::\d{2})?)?(?: *[${han}]{2,6})?$`;
const dateField = pattern('u')`^[^：]{2,8}：(?:${numeral}{1,4}年)?${numeral}{1,3}月${numeral}{1,3}日$`;
const nameplate = pattern('u')`^[${han}]{1,5}报$`;

const oneToken = pattern('u')`^(?:${tokens.join('|')})$`;
const yearly = pattern('u')`${numeral}{1,4}年${numeral}{1,3}月${numeral}{1,3}日?|${stems}年`;

/** 第三版　民國九年四月三日　社會定期日刊　星期六: the paper's motto or name among page, date and day of the week. */
function isDatedHead(folded: string): boolean {
  if (!folded.includes('年') || !yearly.test(folded)) return false;
  const parts = folded.split(/[ |｜]+/u);
  const others = parts.filter((part) => !oneToken.test(part));
  return parts.length > 2 && others.length === 1 && others[0]!.length <= 8;
}

/** 报尾: what a paper tells of itself at the foot of a page. */
const ownField =
  /(?:本[报刊]|[报刊]社|编辑部)(?:地址|社址|电话|热线|邮箱|网址|传真)|社址|(?:新闻|广告|发行|订报|征订|投稿|报料|爆料|总编室|编辑部|办公室|本报)(?:服务)?(?:热线|电话|传真|邮箱|信箱|部)|广告(?:经营)?许可证|(?:国内统一)?(?:连续出版物号|刊号)|邮发代号|(?:日报|晚报|报社|印刷|印务)[^ ，。]{0,12}(?:厂|公司|中心)?(?:承印|印刷)|(?:零售|[月季年全])(?:每份|定)?价|(?:开印|印完)(?:时间)?/gu;
const anyField = /地址|邮编|邮政编码|电话|传真|邮箱|网址|定价/gu;
const leastFields = 3;

/** Fields of an imprint in a line that is no sentence: those that only a paper has of itself, and all. */
function imprintFields(text: string): [own: number, all: number] {
  if (text.length > longestImprint || /[。！？；]/u.test(text)) return [0, 0];
  const folded = foldLine(text);
  const own = folded.match(ownField)?.length ?? 0;
  const others = folded.replace(ownField, ' ').match(anyField)?.length ?? 0;
  return [own, own + others];
}
const [shortestImprint, longestImprint] = [16, 120];

/** True for a piece of an imprint: 邮编：737100. */
export const hasImprintField = (text: string) => imprintFields(text)[1] > 0;

/** 本报地址：…　邮编：…　广告热线：…　…印刷: true for three fields in a line, one of them only a paper's. */
export function isPaperImprint(text: string): boolean {
  if (text.length < shortestImprint || !/[\d：:]/u.test(text)) return false;
  const [own, all] = imprintFields(text);
  return own > 0 && all >= leastFields;
}

/** 版面杂质: true if a line consists only of page numbers, dates, section names and other furniture. */
export const isImprint = (text: string): boolean =>
  (text.length <= 64 && isImprintLine(text)) || isPaperImprint(text);

const isImprintLine = remember((text) => {
  const folded = foldLine(text);
  if (alone.test(folded)) return false;
  return (
    (/\d/u.test(folded) && (sectionLabel.test(folded) || (mayBeTokens(folded) && opening.test(folded)))) ||
    pageSection.test(folded) ||
    (mayBeTokens(folded) && tokenSign.test(folded) && sequence.test(folded)) ||
    isDatedHead(folded) ||
    isRuleLine(text) ||
    (staffBehind.test(folded) && datedStaff.test(folded)) ||
    freeLine.test(folded)
  );
});

/** 体育新闻, 要闻: true for the name of a section, which beside other furniture is furniture. */
export const isSectionName = (text: string) => text.length <= 8 && alone.test(foldLine(text.trim()));

const ruleLine = /^[-—–―─━═_＿]{6,}$/u;
/** ————————: true for a printed rule, which parts what is above it from what is below. */
export const isRuleLine = (text: string) =>
  text.length >= 6 && ruleLine.test(text.replace(/[ \u3000]/gu, ''));

const sectionOfPage = pattern('u')`^[${han}]{2,8} +第?${numeral}{1,3}版$`;
/** 法治周刊　第五版: any name before the number of its page, at the head of a file. */
export const isNamedPage = (text: string) => text.length <= 20 && sectionOfPage.test(foldLine(text.trim()));

const numberedSection = pattern(
  'u',
)`^(?:\d{1,2}[ ·|/]+[${han}]{2,4}(?:·[${han}]{2,4})?|[${han}]{2,4}(?:·[${han}]{2,4})?[ |/]+\d{1,2})$`;
/** 科普·健康　8: the name of a section beside the number of its page; elsewhere the same is an entry of a list. */
export const isNumberedSection = (text: string) =>
  text.length <= 16 && numberedSection.test(foldLine(text.trim()));

const pageAlone = pattern('u')`^(?:第?[A-D]?${numeral}{1,3}[版页]|[A-E]\d{1,2})$`;
/** B3, 第3版: true for the label of a page and nothing else. */
export const isPageAlone = (text: string) => text.length <= 8 && pageAlone.test(foldLine(text.trim()));

/** 报头: true if a line may be a paper's name. */
export const isNameplate = (text: string) => text.length <= 5 * 2 && nameplate.test(foldLine(text));

/** True for a bare date: the page's where other furniture is beside it; under a letter it is the letter's. */
export const isDateAlone = (text: string) => {
  const dense = text.length <= 24 ? foldLine(text).replaceAll(' ', '') : '';
  return dateAlone.test(dense) || /^\d{4}([-/.])\d{1,2}\1\d{1,2}$/u.test(dense);
};

/** True for a date with or without a year, the time on a web page, or a dated field of a form: never a title. */
export function isDay(text: string): boolean {
  if (text.length > 32) return false;
  const folded = foldLine(text.trim());
  if (!/[月\d]/u.test(folded)) return false;
  const dense = folded.replaceAll(' ', '');
  return dateAlone.test(dense) || dayAlone.test(folded.replaceAll('：', ':')) || dateField.test(dense);
}

/** 填表日期：2024年5月18日: a field of a form with a date. */
export const isDateField = (text: string) =>
  text.length <= 32 && dateField.test(foldLine(text).replaceAll(' ', ''));

/** True if a line has contact details, of the paper or of anybody: a telephone number, a mail address. */
export const isContact = (text: string) =>
  text.length <= 64 && contacts.some((one) => one.test(foldLine(text)));

/** True for a contact of the paper that is furniture in a column, although a sentence is open before it. */
export const isOwnContact = (text: string, before: string) =>
  text.length <= 64 && ownContact.test(foldLine(text.trim())) && !asksForContact.test(foldLine(before));
