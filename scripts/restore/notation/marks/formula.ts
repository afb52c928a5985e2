import { han } from '../../../text/characters.js';
import { pattern } from '../../../text/pattern.js';

/**
 * 公式: what recognisers write for numbers and units, `$1 6 \sim 2 0 ~ ^ { \circ } \mathrm { C }$`, as a compositor sets
 * it: 16～20℃. A fraction, a root or a sum has no such line.
 */

/** Commands of LaTeX that stand for one character, each before it. */
const signs = new Map(
  'sim ～|thicksim ～|times ×|div ÷|pm ±|mp ∓|le ≤|leq ≤|leqslant ≤|ge ≥|geq ≥|geqslant ≥|ne ≠|neq ≠|approx ≈|equiv ≡|cdot ·|bullet •|circ °|prime ′|infty ∞|ldots …|cdots …|dots …|rightarrow →|to →|Rightarrow ⇒|leftarrow ←|uparrow ↑|downarrow ↓|alpha α|beta β|gamma γ|delta δ|Delta Δ|epsilon ε|varepsilon ε|theta θ|lambda λ|mu μ|pi π|rho ρ|sigma σ|tau τ|phi φ|varphi φ|omega ω|Omega Ω|triangle △|bigcirc ○|square □|star ★|checkmark ✓|S §|degree °|textdegree °|yen ¥|pounds £|ell ℓ|permil ‰|textperthousand ‰|backslash \\|lt <|gt >|langle ⟨|rangle ⟩|angle ∠|parallel ∥|perp ⊥|because ∵|therefore ∴'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);
/** Commands that only dress what stands in their braces, or beside them. */
const dress =
  /^(?:mathrm|mathbf|mathit|mathsf|mathtt|mathbb|mathcal|mathfrak|boldsymbol|bm|text|textbf|textit|textrm|textsuperscript|operatorname|mathop|mathbin|mathrel|mathord|mathpunct|left|right|big|Big|displaystyle|textstyle|scriptstyle|rm|bf|it|limits)$/u;
const raised = new Map([...'0123456789+-=()n'].map((char, at) => [char, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'][at]!]));
const lowered = new Map([...'0123456789+-=()'].map((char, at) => [char, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][at]!]));

/** Commands, escaped signs, and single characters. */
const tokens = /\\([a-zA-Z]+)\*?|\\([%#&$_{}])|\\([,;:!> ])|([\s\S])/gu;

/** A formula in dollars or `\( \)`: `inner` is what it says. */
const formulas = /\$\$?([^$\n]{1,400}?)\$\$?|\\\(([^\n]{1,400}?)\\\)/gu;

/** Places of formulas in a line that can be set as text, each with that text. */
export function formulasIn(line: string): { index: number; length: number; wanted: string }[] {
  if (!line.includes('$') && !line.includes('\\(')) return [];
  return [...line.matchAll(formulas)].flatMap(({ 0: all, 1: inDollars, 2: inParens, index }) => {
    const inner = inDollars ?? inParens ?? '';
    const wanted = isFormula(inner) || inParens !== undefined ? plainFormula(inner) : undefined;
    return wanted === undefined ? [] : [{ index, length: all.length, wanted }];
  });
}

const hasHan = pattern('u')`[${han}]`;

/** True for words of LaTeX, and for a number set apart, 1 6; `5，共` between two prices is none. */
const isFormula = (inner: string) =>
  /\\[a-zA-Z%]|[\^_]\s*[{\d]/u.test(inner)
    ? !hasHan.test(inner) || /\\(?:text|mathrm|textbf)/u.test(inner)
    : /^ ?[\d\s]*\d[\d\s.:/×+=<>-]*(?<=[\d ])$/u.test(inner) && !/^\d{1,3}[.,]?$/u.test(inner.trim());

type Script = '^' | '_' | undefined;

/** A formula while it is set: its text, the script of the next sign, the braces that are open with theirs. */
interface Setting {
  text: string;
  next: Script;
  now: Script;
  open: Script[];
  isCircled: boolean;
}

/** ^{[12]}: the call of a note, whose figures stay figures. */
const noteMark = /^\s*\^\s*\{?\s*(\[[\d\s,–-]+\])\s*\}?\s*$/u;

/** The formula as a line of text; undefined where it has no such form. */
export function plainFormula(inner: string): string | undefined {
  const note = noteMark.exec(inner)?.[1];
  if (note !== undefined) return note.replace(/\s/gu, '');
  const setting: Setting = { text: '', next: undefined, now: undefined, open: [], isCircled: false };
  for (const [, command, escaped, space, char] of inner.matchAll(tokens)) {
    if (space !== undefined || (char !== undefined && /[\s~]/u.test(char))) continue;
    if (command && dress.test(command)) continue;
    const isSet =
      command !== undefined
        ? setCommand(setting, command)
        : setSign(setting, escaped ?? char ?? '', escaped !== undefined);
    if (!isSet) return undefined;
  }
  const { text, open } = setting;
  return open.length > 0 || text === '' ? undefined : text.replace(/°C/gu, '℃').replace(/°F/gu, '℉');
}

/** Sets a command of LaTeX; false for one that has no sign. */
function setCommand(setting: Setting, command: string): boolean {
  if (command === 'textcircled' || command === 'circled') {
    setting.isCircled = true;
    return true;
  }
  const sign = signs.get(command);
  return sign !== undefined && setText(setting, sign);
}

/** Sets a character, or opens and ends a script or a brace; false where that makes no line of text. */
function setSign(setting: Setting, sign: string, isEscaped: boolean): boolean {
  const { open, now, next } = setting;
  if (isEscaped) return setText(setting, sign);
  if (sign === '^' || sign === '_') {
    setting.next = sign;
    return now === undefined;
  }
  if (sign === '{') {
    open.push(now);
    setting.now = next ?? now;
    setting.next = undefined;
    return true;
  }
  if (sign === '}') {
    const isOpen = open.length > 0;
    setting.now = open.pop();
    return isOpen;
  }
  return setText(setting, sign);
}

function setText(setting: Setting, sign: string): boolean {
  const text = setting.isCircled ? circled(sign) : inScript(sign, setting.next ?? setting.now);
  setting.text += text ?? '';
  setting.next = undefined;
  setting.isCircled = false;
  return text !== undefined;
}

/** A sign above or below the line; brackets and marks of notes stand in it. */
function inScript(sign: string, script: Script): string | undefined {
  if (!script || /[°′[\]①-⑳*※]/u.test(sign)) return sign;
  return (script === '^' ? raised : lowered).get(sign);
}

const circled = (sign: string) =>
  /^[1-9]$/u.test(sign) ? String.fromCodePoint(0x245f + Number(sign)) : undefined;
