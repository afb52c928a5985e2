import type { Edit } from '../../article/ledger.js';
import { element } from '../controls/element.browser.js';
import { visible } from '../controls/visible.browser.js';
import { say } from '../words/say.browser.js';
import { reasonOf } from '../words/tell-rule.browser.js';

/** An edit in full: its change, rule, confidence and reason. */
export function markDetail(edit: Edit, source: string, split: (at: number) => void): HTMLElement[] {
  const { start, end, replacement, rule, confidence } = edit;
  const before = visible(source.slice(start, end)) || '∅';
  const reason = reasonOf(rule);
  return [
    element(
      'p',
      { class: 'mark-change' },
      element('del', {}, before),
      ' → ',
      element('ins', {}, visible(replacement) || '∅'),
    ),
    ...(reason ? [element('p', { class: 'mark-reason' }, reason)] : []),
    element(
      'details',
      { class: 'mark-more' },
      element('summary', {}, say('details')),
      element('p', {}, element('code', {}, rule), ` · ${say('confidence')} ${Math.round(confidence * 100)}%`),
    ),
    element('button', { type: 'button', onclick: () => split(end) }, say('splitHere')),
  ];
}
