import { taiwanTable } from './taiwan-table.js';

/**
 * Characters that have both readings in Taiwan, and the one that is common there: 國語一字多音審訂表 (教育部, 1999)
 * against 普通话异读词审音表 (1985). Character, reading of the mainland, reading in Taiwan.
 */
const common = (
  '質 zhì zhí 髮 fa fǎ 息 xi xí 識 shi shì 署 shǔ shù 亞 yà yǎ 儲 chǔ chú 帆 fān fán 液 yè yì 血 xuè xiě 誰 shuí shéi 熟 shú shóu 俱 jù jū ' +
  '圾 jī sè 攜 xié xī 框 kuàng kuāng 擁 yōng yǒng 綜 zōng zòng 播 bō bò 括 kuò guā 暫 zàn zhàn 誼 yì yí 萎 wěi wēi 誣 wū wú ' +
  '巫 wū wú 濤 tāo táo 卓 zhuō zhuó 脊 jǐ jí 夾 jiā jiá 剖 pōu pǒu 穴 xué xuè'
)
  .split(/ (?=[^a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])/)
  .map((line) => line.split(' ') as [string, string, string])
  .map(([character, from, to]) => [character + from, to] as const);

/** Words in which a character has its other reading: in the sense of a pledge, 質 is read zhì. */
const pledges = /人質|質押|質權|質子(?=[，。、於到]|$)|質當|交質/gu;

let table: ReadonlyMap<string, string> | undefined;

/** All readings of the source; the common ones take precedence. */
function getTable(): ReadonlyMap<string, string> {
  table ??= new Map([
    ...taiwanTable.split(' ').map((entry) => entry.split('>') as [string, string]),
    ...common,
  ]);
  return table;
}

/**
 * 臺灣讀音: a character's reading in Taiwan, from its reading on the mainland and its place in a text. 和 is read hàn
 * between two words, and hé within a word.
 */
export function taiwanReading(
  characters: readonly string[],
  index: number,
  { said, isAlone }: { said: string; isAlone: boolean },
): string {
  const character = characters[index]!;
  if (character === '和' && isAlone && said === 'hé') return 'hàn';
  if (character === '質' && isPledge(characters, index)) return said;
  return getTable().get(character + said) ?? said;
}

function isPledge(characters: readonly string[], index: number): boolean {
  const near = characters.slice(Math.max(0, index - 1), index + 3).join('');
  return [...near.matchAll(pledges)].some(
    (found) => found.index + found[0].indexOf('質') === Math.min(index, 1),
  );
}
