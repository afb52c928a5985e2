import { inLanguage, type Language } from '../article/words/sentence.js';
import type { Finding } from './finding.js';
import { findingWords } from './finding-words.js';

/** A finding in the words of a language, and its remedy. */
export interface ToldFinding {
  fault: string;
  remedy: string;
}

/**
 * 校验结果: tells a finding in a language. In Chinese it has its line of the manuscript, its page and place, the characters
 * and the kind of fault; in English also what was expected there.
 */
export function tellFinding(finding: Finding, language: Language): ToldFinding {
  const { rule, message, remedy, line, causes = [] } = finding;
  const before = line === undefined ? '' : `${line}: `;
  if (language === 'en') {
    const named = causes.map(({ place, text }) => `${place} says ${text}`).join(', ');
    return { fault: `${before}${message}`, remedy: named === '' ? remedy : `${named}. ${remedy}` };
  }
  const { fault, remedy: mend } = findingWords[rule];
  const said = (pair: readonly [string, string]) => inLanguage([...pair, ''], language);
  const place = said(placeWords(finding));
  const words = quoted(finding, language);
  const parts = `${place}${words}` === '' ? '' : `${place}${words}：`;
  const named = causes.map(({ place: at, text }) => `${at} ${text}`).join('；');
  return {
    fault: `${before}${parts}${said(fault)}`,
    remedy: named === '' ? said(mend) : `${named}。${said(mend)}`,
  };
}

function placeWords({ page, position }: Finding): readonly [string, string] {
  if (page === undefined) return ['', ''];
  if (!position) return [`第 ${page} 页`, `第 ${page} 頁`];
  const { xMm, yMm } = position;
  return [
    `第 ${page} 页（距左 ${xMm} 毫米，距上 ${yMm} 毫米）`,
    `第 ${page} 頁（距左 ${xMm} 公釐，距上 ${yMm} 公釐）`,
  ];
}

/** Characters of a finding that are told: more are no help to find the place. */
const mostQuoted = 24;

function quoted({ characters }: Finding, language: Language): string {
  if (!characters) return '';
  const all = [...characters];
  const text = all.length > mostQuoted ? `${all.slice(0, mostQuoted).join('')}…` : characters;
  return language === 'zh-Hans' ? `“${text}”` : `「${text}」`;
}
