import { hanRun } from '../../text/characters.js';
import { segment } from '../lexicon/segment.js';
import { getWords } from '../lexicon/words.js';

const pronouns = new Set('我你您他她它们咱谁就还都也必须总非才又');
/** After 得: objects that are gained, not the manner of an action. */
const gained = new Set('了到以出知失益力意罪主名奖分票胜手的到来');
/** Of these, what follows 得 behind a pronoun too: 他得了奖, but 我得知道. */
const gainedByPerson = new Set('了奖分票胜');
/** Adjectives of one character before 地; longer words always may be. */
const manners = new Set('好快慢深高大紧牢狠轻重细稳真早');
/** After 地 as a place, not after an adverb. */
const behindPlace = new Set('的和与及等是之有位区级处段为上下');
/** Words in which 儿 is a child, or a syllable of its own. */
const children =
  /^(?:[女幼婴孤少胎产健宠男小托育患弃孩娇宁]|混血|新生|弄潮|低能|畸形|早产|试管|连体|骄|幼|侄|诗|天之骄)儿$/u;

/** Before 子 that is a suffix, and light: 凳子 zi. In 棋子, 王子, 电子 and 瓜子 it is a word of its own, zǐ. */
const nouns = new Set(
  '傻凳凿刨剪勺包卷厨口哑哨坛坠坯垫埂墩套妞妮娃婊婶宅寨崽帐帕帘带帮幌幔庵引弯戏托扣拐探掸提撮料旗杏村板果枣柑柚栅栗桃框案桩桶梅梢梨梭梯梳棒椰楔榛榫橘橙步段毯毽池汉沫法混渣漏炉犊狍獐环珠班瓢瓤疖疯疹痞痦痱瘤瘦瘫瘸癞皮盅盆瞎票秃租稗稻稿穗窑窗窝竿筏筐筛签管箱篓篦簪粽绊绸缎缸罐罩耗耙聋肘肚脑腔腕腰腱膀苇苗茧茬虾蚊蝇蝎袋袍袖裙裤褂褥豁豆贩跛路轮轴轿辊钩钻铲链锅锤锥锯镊镯雹靴靶鞍鞑鞭领饺馆骡骰款圆团胆麻',
);

/**
 * 轻声 and 儿化 that no list of words has: 跑得快 de, 认真地说 de, 我得走 děi, 花儿 huā r, 凳子 zi. By place in the text, which is
 * simplified.
 */
export function particlesOf(text: string): Map<number, string> {
  const readings = new Map<number, string>();
  if (!/[得地儿子]/u.test(text)) return readings;
  for (const { 0: clause, index } of text.matchAll(hanRun)) {
    const ends = new Int32Array(clause.length + 1);
    segment(clause, [0, clause.length], getWords(), ends);
    let before = '';
    for (let at = 0; at < clause.length; at = ends[at]!) {
      const word = clause.slice(at, ends[at]);
      const next = clause[ends[at]!] ?? '';
      const isWhole = ends[ends[at]!] === ends[at]! + 1;
      const reading = readingOf(word, before, { next, isWhole });
      if (reading) readings.set(index + ends[at]! - 1, reading);
      // Some of these are on the list of words: 跑得快.
      if (/^.得[快好多高低远近慢深大清]$/u.test(word)) readings.set(index + at + 1, 'de');
      before = word;
    }
  }
  return readings;
}

/** Reading of a word's last character. */
function readingOf(
  word: string,
  before: string,
  { next, isWhole }: { next: string; isWhole: boolean },
): string | undefined {
  if (word === '得' && before !== '' && next !== '') {
    if (pronouns.has(before.at(-1)!)) return gainedByPerson.has(next) && isWhole ? 'dé' : 'děi';
    return gained.has(next) ? undefined : 'de';
  }
  if (word === '地' && next !== '' && !behindPlace.has(next))
    return before.length > 1 || manners.has(before) ? 'de' : undefined;
  if (word.length > 1 && word.endsWith('子')) return nouns.has(word.at(-2)!) ? 'zi' : undefined;
  return word.length > 1 && word.endsWith('儿') && !children.test(word) ? 'r' : undefined;
}
