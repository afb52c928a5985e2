import { isSpace } from '../../text/characters.js';
import { withoutLetterSpacing } from '../rules/letter-spacing.js';
import type { Group, Label } from '../write/groups.js';

const names = '[\\u3400-\\u9fff·]{1,4}(?:[ \\u3000]+[\\u3400-\\u9fff·]{1,4})*';
const reporter = '(?:本报|新华社|特约)?(?:全媒体)?(?:见习|实习)?(?:记者|通讯员|特约记者|评论员)';
const bylinePattern = new RegExp(
  `^(?:[（(])?(?:□|■|●|◎|文\\/|作者[:：]?)?[ \\u3000]*(?:${reporter})[ \\u3000:：]*${names}[ \\u3000]*(?:文\\/图|[）)])?$`,
  'u',
);
/** （丹翁）: a pen name under a title; not （一）, （上） or （完）. */
const penNamePattern =
  /^[（(](?![一二三四五六七八九十上中下完续續]{1,3}[）)]$|待续|未完)[\u3400-\u9fff]{1,6}[）)]$/u;
const creditPattern = new RegExp(
  `^[（(]?(?:资料(?:图|照)片?|图片来源.{0,16}|供图.{0,12}|(?:${reporter})?[ \\u3000]*${names}[ \\u3000]*(?:摄|供图|图|发))[）)]?$`,
  'u',
);
const creditAtEnd = new RegExp(
  `(?:[（(]资料(?:图|照)片?[）)]|(?:${reporter})[ \\u3000]*${names}[ \\u3000]*(?:摄|供图)[）)]?|[\\u3400-\\u9fff]{2,4}[ \\u3000]+摄[）)]?)$`,
  'u',
);
const jumpPattern =
  /^[（(【]?(?:上接|下转|转|紧接|接)第?[一二三四五六七八九十\dA-Z０-９]{1,4}版[^，。]{0,12}[）)】]?$/u;

/** Whether a text is nothing but 署名. */
export function isByline(text: string): boolean {
  return text.length <= 36 && bylinePattern.test(text.trim());
}

/** Whether a text is nothing but 图片署名. */
export function isCredit(text: string): boolean {
  return text.length <= 30 && creditPattern.test(text.trim());
}

/** Whether a text is nothing but a 转版/接版 line. */
export function isJump(text: string): boolean {
  return text.length <= 24 && jumpPattern.test(text.trim());
}

/** 图说: says what the picture shows, or ends with who took it. */
export function isCaption(text: string): boolean {
  if (text.length > 220 || text.length < 8) return false;
  return /(?:^|[。，；])(?:上|下|左|右|题)?图(?:为|是|①|一：)/u.test(text) || creditAtEnd.test(text);
}

/** Whether a text ends with who took the picture. */
export function endsWithCredit(text: string): boolean {
  return creditAtEnd.test(text);
}

/** The label that a group's own text gives it. */
export function labelOf(group: Group): Label {
  const text = withoutLetterSpacing(group.text);
  if (isJump(text)) return 'jump';
  if (isByline(text)) return 'byline';
  if (isCredit(text)) return 'credit';
  if (isCaption(text)) return 'caption';
  if (!group.isDisplay || isSentence(text)) return 'paragraph';
  if (penNamePattern.test(text.trim())) return 'byline';
  if (/^(?:——|―|──|--)/u.test(text) && visibleLength(text) > 5) return 'deck';
  return 'crosshead';
}

/** A headline of more characters fits no page. */
const longestHeading = 44;
/** 问答: whoever speaks. */
const speaker = /^(?:问|答|记者|主持人|本报记者)[：:]/u;

/** What stands alone like a heading and is none: it announces what follows, is an article of law, or dates an act. */
function isSentence(text: string): boolean {
  return (
    visibleLength(text) > longestHeading ||
    (text.match(/[，。；,;]/gu)?.length ?? 0) > 2 ||
    /。./u.test(text) ||
    /^[…—\s]+$/u.test(text) ||
    speaker.test(text) ||
    /[：；，]$/u.test(text) ||
    /^第[一二三四五六七八九十百千零〇\d]+条/u.test(text) ||
    /^(?:\d{4}|[一二三四五六七八九〇○]{4})年.{2,8}日.*(?:通过|修正|修订|公布|施行)$/u.test(text)
  );
}

export function visibleLength(text: string): number {
  let length = 0;
  for (const char of text) if (!isSpace(char)) length++;
  return length;
}
