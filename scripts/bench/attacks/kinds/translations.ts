import { type Attack, type AttackKind, many } from '../attack.js';

const xliff = (units: string, head = '', language = 'en') =>
  `${head}<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh" trgLang="${language}"><file id="a">${units}</file></xliff>`;

const unit = (id: string, target: string) =>
  `<unit id="${id}"><segment><source>正文。</source><target>${target}</target></segment></unit>`;

const attack = (name: string, text: string | Uint8Array, ends: Attack['ends']): Attack => ({
  name,
  files: { 'a.en.xlf': text },
  args: ['translate', 'import', 'a.en.xlf'],
  ends,
});

/** Translation files from other programs, damaged or foreign. */
export const translations: AttackKind = {
  name: 'translations',
  attacks: () => [
    attack(
      'billion laughs',
      xliff(unit('01/1', '&b;'), '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'),
      /Not valid XML/,
    ),
    attack(
      'an external entity',
      xliff(unit('01/1', '&x;'), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      /Not valid XML/,
    ),
    attack(
      'elements 50,000 deep',
      xliff(unit('01/1', `${'<pc id="1">'.repeat(50_000)}${'</pc>'.repeat(50_000)}`)),
      /./,
    ),
    attack(
      '30,000 units of nobody',
      xliff(Array.from({ length: 30_000 }, (_, at) => unit(`99/${at}`, 'A')).join('')),
      /nothing was changed/,
    ),
    attack('a unit’s place outside', xliff(unit('../../x/0', 'A')), /./),
    attack(
      'an article’s place outside',
      xliff(unit('01/1', 'A')).replace('file id="a"', 'file id="../../outside"'),
      /./,
    ),
    attack('a language’s place outside', xliff(unit('01/1', 'A'), '', '../../../x'), /Unexpected language/),
    attack('a target of a million letters', xliff(unit('01/1', 'A'.repeat(1_000_000))), 'told'),
    attack('an open element', xliff('<unit id="01/1"><segment>'), /./),
    attack(
      '100,000 attributes',
      xliff(`<unit ${Array.from({ length: many }, (_, at) => `a${at}="1"`).join(' ')}/>`),
      'told',
    ),
    attack('one attribute twice', xliff('<unit id="1" id="2"/>'), /./),
    attack('a comment without end', `<!--${'-'.repeat(many)}`, /./),
    attack('17 MB', Buffer.alloc(17 * 2 ** 20, ' '), /16 MB|MB/),
    attack('NUL', Buffer.alloc(1_000), /./),
    attack('nothing', '', /./),
    attack('HTML', '<!doctype html><p>甲', /./),
    { name: 'a folder', args: ['translate', 'import', '.'], ends: /folder/ },
    { name: 'none at all', args: ['translate', 'import', 'nowhere.xlf'], ends: /no such file|There is no/ },
  ],
};
