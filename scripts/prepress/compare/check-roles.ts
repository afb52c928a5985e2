import { comparedTypes } from '../expect/roles.js';
import type { Finding } from '../finding.js';
import type { StructureElement } from '../read/read-structure.js';
import { findingAt, type Paper } from './paper.js';

const remedy = 'Print again: the tags are not the manuscript’s.';

/** 标记: every character is in the elements that the book has for it, and in its language. */
export function checkRoles(paper: Paper): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<StructureElement | undefined, number>();
  for (const [index, run] of paper.runs.entries()) {
    const start = paper.starts[index]!;
    for (let at = start; at < start + run.characters.length; at++) {
      const leaf = paper.written.leafAt[at]!;
      if (seen.get(run.element) === leaf) continue;
      seen.set(run.element, leaf);
      const problem = problemOf(paper, leaf, run.element);
      if (problem) findings.push(findingAt(paper, at, { rule: 'tag', problem, remedy }));
    }
  }
  return findings;
}

function problemOf({ written, reading }: Paper, leaf: number, element: StructureElement | undefined) {
  const { roles, lang, tags } = written.leaves[leaf]!;
  const found = rolesAround(element);
  // Chromium makes no paragraph of a block of code in an item, beside others.
  const isBareCode = tags.includes('pre') && found === roles.replace(/P Code$/, 'Code');
  if (found !== roles && !isBareCode) return `is tagged “${found}”, expected “${roles}”`;
  const foundLang = plainLang(langAround(element) ?? reading.lang);
  if (foundLang !== plainLang(lang)) return `is said to be ${foundLang}, expected ${plainLang(lang)}`;
  return undefined;
}

function rolesAround(element: StructureElement | undefined): string {
  const types: string[] = [];
  for (let at = element; at; at = at.parent) {
    const type = /^H[1-6]?$/.test(at.type) ? 'H' : at.type;
    if (comparedTypes.has(type)) types.unshift(type);
  }
  return types.join(' ');
}

function langAround(element: StructureElement | undefined): string | undefined {
  for (let at = element; at; at = at.parent) if (at.lang !== undefined) return at.lang;
  return undefined;
}

/** Removes the private part of a language tag, which means nothing to a reader. */
const plainLang = (lang: string | undefined) => lang?.replace(/-x-.*/, '');
