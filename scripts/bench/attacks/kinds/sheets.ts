import { type Attack, type AttackKind, many } from '../attack.js';

const sheet = (name: string, css: string, ends: Attack['ends']): Attack => ({
  name,
  files: { 'styles/custom.css': css },
  ends,
});

/** Style sheets that are deeply nested, very long, or demand more than a browser can do. */
export const sheets: AttackKind = {
  name: 'sheets',
  attacks: () => [
    sheet('rules nested without end', 'a{'.repeat(many), /custom\.css:1:\d+: Unexpected/),
    sheet(
      'selectors nested without end',
      `${':is('.repeat(20_000)}p${')'.repeat(20_000)}{color:red}`,
      /depth of brackets/,
    ),
    sheet(
      'values nested without end',
      `p{margin:${'calc('.repeat(20_000)}1px${')'.repeat(20_000)}}`,
      /depth of brackets/,
    ),
    sheet('an open comment', `/* ${'p{color:red}'.repeat(1000)}`, 'told'),
    sheet('an open string', `p{content:"${'甲'.repeat(many)}`, 'told'),
    sheet('200,000 rules', 'p{color:#111}\n'.repeat(200_000), 'told'),
    sheet(
      'a colour for each of 20,000 classes',
      Array.from({ length: 20_000 }, (_, at) => `.c${at}{color:#${at % 10}11}`).join('\n'),
      'done',
    ),
    sheet(
      'variables that double',
      `:root{--v0:甲甲;${Array.from({ length: 40 }, (_, at) => `--v${at + 1}:var(--v${at})var(--v${at});`).join('')}}p::before{content:var(--v40)}`,
      'told',
    ),
    sheet('variables in a circle', ':root{--a:var(--b);--b:var(--a)}p{color:var(--a)}', 'done'),
    sheet(
      'a font from outside',
      '@font-face{font-family:x;src:url(../../../../etc/passwd)}p{font-family:x}',
      /lies outside styles/,
    ),
    sheet('NUL, controls and half a character', 'p{color:red}\0\u0001\ufffd\\d800{}', 'told'),
    sheet('everything away', '*{display:none!important}', /./),
    sheet('everything white', '*{color:#fff!important}', /./),
    sheet('everything outside', 'p{position:fixed;left:-9999px}', /./),
    sheet('type of no size', 'p{font-size:0!important}', /./),
    sheet('type of a kilometre', 'p{font-size:1000000pt!important}', /./),
    sheet('heights without end', 'p{height:1e9px}', 'told'),
    sheet('a box that turns', 'p{transform:rotate(180deg) scale(-1)}', 'told'),
    sheet(
      'one character for another',
      'p{font-variant-east-asian:traditional;text-transform:full-width}',
      'told',
    ),
    sheet('new text', 'p::after{content:"冒名的句子"}', 'told'),
    sheet('old text replaced', 'p{content:"冒名"}p::first-letter{font-size:0}', 'told'),
  ],
};
