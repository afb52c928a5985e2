import { goesOnInCaption, isPictureHead, saysWhoIsShown } from '../text/press/captions.js';
import { opensWithDateline } from '../text/press/datelines.js';
import { endsWithCredit, opensCaption } from '../text/press/names.js';
import type { Line } from './measure/lines.js';
import { captionNumbers } from './numbers/structure.js';

const { leastLine, longest, mostLines, mostTail } = captionNumbers;

/**
 * 图说: 1 for each line that goes on in a caption. It begins with a day or an agency's head, says who is where, and ends
 * with its credit; it is set in a measure of its own, which a few lines do not show.
 */
export function captionJoins(story: readonly Line[]): Uint8Array {
  const joins = new Uint8Array(story.length);
  story.forEach(({ text }, from) => {
    if (joins[from] || !(isPictureHead(text) || opensCaption(text))) return;
    const to = creditAfter(story, from);
    const words = story.slice(from, to + 1).map((line) => line.text);
    if (to > from && saysWhoIsShown(words.join(''))) joins.fill(1, from + 1, to + 1);
  });
  return joins;
}

/** The line with the credit of a caption that begins at a line; that line itself if the caption has none. */
function creditAfter(story: readonly Line[], from: number): number {
  let length = 0;
  for (let at = from; at < story.length && at < from + mostLines; at++) {
    const { text } = story[at]!;
    const before = story[at - 1]?.text ?? '';
    if (at > from && !isNextLine(before, text)) return from;
    length += text.length;
    if (length > longest) return from;
    if (endsWithCredit(text) || (text.length <= mostTail && endsWithCredit(before + text))) return at;
  }
  return from;
}

function isNextLine(before: string, text: string): boolean {
  if (opensWithDateline(text)) return false;
  if (isPictureHead(before)) return true;
  if (/[。！？”]$/u.test(before)) return goesOnInCaption(text);
  return before.length >= leastLine && !opensCaption(text);
}

/** 例: a name, the text, `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a caption in its own measure, to its credit
县篮球队昨日在县体育馆恢复训练，
二十名队员全部到齐，主教练说，今
年的目标是进入全省前四名。
5月9日，县篮球队荣誉领队刘志娟（左四）与队员一一拥抱。
当日，县篮球队在县体育馆举行公开训练课，并在课后举行聘任
仪式，聘请退役运动员刘志娟为荣誉领队。　本报记者郭英摄
训练从早上六点开始，先跑步再练投
篮，下午还要打一场教学比赛，队员
们都说又苦又高兴。
---
paragraph: 县篮球队昨日在县体育馆恢复训练，二十名队员全部到齐，主教练说，今年的目标是进入全省前四名。
caption: 5月9日，县篮球队荣誉领队刘志娟（左四）与队员一一拥抱。当日，县篮球队在县体育馆举行公开训练课，并在课后举行聘任仪式，聘请退役运动员刘志娟为荣誉领队。　本报记者郭英摄
paragraph: 训练从早上六点开始，先跑步再练投篮，下午还要打一场教学比赛，队员们都说又苦又高兴。

## the head of an agency's picture
县农机站送来十台水泵，各村抽水灌
田，三天之内全部浇完，农民说这一
季的麦子有救了。
新华社照片，北京，2006年5月9日（体育）
（10）乒乓球——为健儿庆功。前教练陆
元（上）请弟子签名。新华社记者王毓摄
各村还清了水渠，修了二十处闸门，
为明年春天的灌溉作好了准备。
---
paragraph: 县农机站送来十台水泵，各村抽水灌田，三天之内全部浇完，农民说这一季的麦子有救了。
caption: 新华社照片，北京，2006年5月9日（体育）（10）乒乓球——为健儿庆功。前教练陆元（上）请弟子签名。新华社记者王毓摄
paragraph: 各村还清了水渠，修了二十处闸门，为明年春天的灌溉作好了准备。

## a headline that was merged with a caption without a day
县农机站昨日送来十台水泵，各村抽水
灌田，三天之内全部浇完，农民说这一
季的麦子有救了。
县农机站送来十台水泵前不久，他的老
友年维应邀来到县里，两个人说的最多
的还是抗旱。本报记者　杨怡/文
王鹏/图
---
headline: 县农机站送来十台水泵
paragraph: 县农机站昨日送来十台水泵，各村抽水灌田，三天之内全部浇完，农民说这一季的麦子有救了。
***
caption: 前不久，他的老友年维应邀来到县里，两个人说的最多的还是抗旱。本报记者　杨怡/文王鹏/图
`;
