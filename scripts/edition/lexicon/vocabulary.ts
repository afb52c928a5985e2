import type { Change } from '../change.js';
import type { ChineseRow } from '../row.js';
import { readDictionaries } from './dictionaries.js';
import { simplify } from './own-words.js';
import { segment } from './segment.js';
import { sharedVocabulary } from './shared-words.js';
import { newTrie, none, type Trie } from './trie.js';
import { getWords } from './words.js';

interface Vocabulary {
  trie: Trie;
  values: string[];
}

/**
 * Words of computing that newspapers use in another sense: 历史进程 is no 程序, 中央文件 no 檔案, 社区 no 社群, 远程导弹 no 遠端.
 */
const inOtherSense = new Set(
  '进程 全局 扩展 社区 文件 远程 接口 对象 变量 项目 信息 质量 程序 数据 网络 激活 支持 默认 实现 集群 渠道 模块 平台 通道 领域 素质 互动 窗口 端口 循环 调用 交互 响应 优化 协议 存储 存盘 缓存 在线 字段 宏 类型 参数 通过 打印 审核 硬件 界面 菜单 链接 目标 高级 模拟 元素 代码 数组 函数 字符 布局 用户 帐户 账户 屏蔽 访问 登录 注册'.split(
    ' ',
  ),
);

/** Words that stay: of those that Taiwan uses too, and of those that papers use in another sense. */
const keptWords: ReadonlySet<string> = new Set([...inOtherSense, ...sharedVocabulary.split(' ')]);

const built = new Map<string, Vocabulary>();

/**
 * 地区用词: 软件 → 軟體. Only whole words are replaced: 各项目标 is 各|项|目标 or 各|项目|标, and stays.
 *
 * @param isKept units that are already decided; those of the words found are added.
 */
export function applyVocabulary(text: string, row: Pick<ChineseRow, 'opencc'>, isKept: Uint8Array): Change[] {
  if (row.opencc.words === undefined) return [];
  const { trie, values } = getVocabulary(row);
  const changes: Change[] = [];
  const ends = new Int32Array(text.length + 1);
  if (text.length > 0) segment(text, [0, text.length], getWords(), ends);
  const isBorder = new Uint8Array(text.length + 1);
  for (let at = 0; at < text.length; at = ends[at]!) isBorder[at] = 1;
  isBorder[text.length] = 1;
  for (let start = 0; start < text.length; ) {
    let node = isBorder[start] === 1 ? 1 : 0;
    let found = -1;
    let end = start + 1;
    for (let at = start; at < text.length && node !== 0 && isKept[at] === 0; at++) {
      node = trie.step(node, text.charCodeAt(at));
      const value = trie.valueAt(node);
      if (value === none || isBorder[at + 1] === 0) continue;
      found = value;
      end = at + 1;
    }
    if (found >= 0 && values[found] !== text.slice(start, end)) {
      changes.push({ start, end, replacement: values[found]! });
      isKept.fill(1, start, end);
    }
    start = end;
  }
  return changes;
}

/** All words that may be replaced: the source's word, and the region's. */
export function vocabularyWords(
  { opencc }: Pick<ChineseRow, 'opencc'>,
  kept: ReadonlySet<string> = keptWords,
): [from: string, to: string][] {
  const { words, script } = opencc;
  if (words === undefined) return [];
  const standard = readDictionaries(script).regional;
  return [...readDictionaries(words).regional]
    .filter(([from, to]) => [...from].length > 1 && standard.get(from) !== to && !kept.has(simplify(from)))
    .map(([from, to]) => [simplify(from), to]);
}

function getVocabulary(row: Pick<ChineseRow, 'opencc'>): Vocabulary {
  const key = row.opencc.words ?? '';
  const known = built.get(key);
  if (known) return known;
  const pairs = vocabularyWords(row);
  const trie = newTrie(pairs.reduce((sum, [from]) => sum + from.length, 0));
  for (const [index, [from]] of pairs.entries()) trie.add(from, index);
  const vocabulary = { trie, values: pairs.map(([, to]) => to) };
  built.set(key, vocabulary);
  return vocabulary;
}
