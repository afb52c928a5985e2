import { describe, expect, it } from 'vitest';
import { withCauses } from '../scripts/finding-causes.js';
import type { Finding, FindingRule } from '../scripts/prepress/finding.js';
import { parseSheet } from '../scripts/typeset/sheets/sheet.js';

const sheet = parseSheet(
  `/* ours */
p { color: #ddd }
blockquote { opacity: .1; font-size: 9pt }
.lead { mix-blend-mode: screen }
img { filter: invert(1) }
ol { list-style: none }
section > h2 { border: 1pt solid }
* { letter-spacing: -.1em }`,
  '/somewhere/styles/custom.css',
);

const finding = (rule: FindingRule, around?: string[]): Finding => ({
  rule,
  message: 'it is so.',
  remedy: 'Mend it.',
  ...(around && { around }),
});

const remedyOf = (rule: FindingRule, around?: string[]) =>
  withCauses([finding(rule, around)], sheet)[0]!.remedy;

describe('the cause of a finding in a sheet', () => {
  it('is the rule that is about the elements around its place, with its line', () => {
    expect(remedyOf('hidden', ['section', 'p'])).toBe('custom.css:2 says p { color:#ddd }. Mend it.');
    expect(remedyOf('hidden', ['blockquote', 'em'])).toMatch(/^custom\.css:3 says blockquote /);
  });

  it('is found by class, and there may be several', () => {
    expect(remedyOf('hidden', ['p', '.lead'])).toBe(
      'custom.css:2 says p { color:#ddd }, custom.css:4 says .lead { mix-blend-mode:screen }. Mend it.',
    );
  });

  it('is that of a picture or a label, which have no text around', () => {
    expect(remedyOf('picture', ['figure'])).toMatch(/^custom\.css:5 says img /);
    expect(remedyOf('label', ['p'])).toMatch(/^custom\.css:6 says ol /);
  });

  it('is no rule about other things, and no sheet for what none can do', () => {
    expect(remedyOf('hidden', ['h2'])).toBe('Mend it.');
    expect(remedyOf('emphasis', ['h2'])).toMatch(/^custom\.css:7 says section>h2 /);
    expect(remedyOf('document')).toBe('Mend it.');
  });

  it('stays out where a publication has no sheet', () => {
    expect(withCauses([finding('hidden', ['p'])], undefined)[0]!.remedy).toBe('Mend it.');
  });
});
