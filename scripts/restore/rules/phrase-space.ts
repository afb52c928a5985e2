import { type CharacterRule, changesOf } from './rule.js';

const phrase = /(?<=[\u3400-\u9fff〇”’》）！？…])[ \u00a0\u2000-\u200a]+(?=[\u3400-\u9fff〇“‘《（—])/gu;
const wideNoise = /[ \u00a0]*\u3000[ \u00a0\u3000]*/gu;
/** 记者 李 峰: a two-character name that was set as wide as one of three. */
const spacedName =
  /(?<=(?:记者|通讯员|编辑|摄影|作者|文|图)[ \u3000]+)([\u3400-\u9fff])[ \u3000]+([\u3400-\u9fff])(?=$|[ \u3000）)])/gu;

/** 空格: the blank between the phrases of a headline or the names of a byline is meant; it is one em wide. */
export const phraseSpace: CharacterRule = {
  id: 'phrase-space',
  change(text, { kind }) {
    if (kind === 'table') return changesOf(text, /[ \t\u00a0\u3000]+/gu, () => '\u3000');
    const names = changesOf(text, spacedName, (match) => match[1]! + match[2]!);
    const inName = (at: number) => names.some(({ start, end }) => at >= start && at < end);
    const phrases = changesOf(text, phrase, () => '\u3000').filter(
      ({ start }) => !inName(start) && (kind === 'display' || isMeant(text, start)),
    );
    const wide = kind === 'display' ? changesOf(text, wideNoise, () => '\u3000') : [];
    return [...names, ...phrases, ...wide.filter(({ start }) => !inName(start))].sort(
      (a, b) => a.start - b.start,
    );
  },
};

/** In running text a blank is meant between names after 记者 and around a credit. */
function isMeant(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 16), at);
  const after = text.slice(at).trimStart();
  return (
    /(记者|通讯员|特约|供图|图片|摄影|作者)[^，。；！？]*$/.test(before) ||
    /^(摄|文|图|绘|供图)(?!\p{L})/u.test(after)
  );
}
