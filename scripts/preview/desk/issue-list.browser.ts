import { element } from '../controls/element.browser.js';
import { fold, learnForms } from '../controls/fold.browser.js';
import { readIssues } from '../controls/talk.browser.js';
import type { IssueState } from '../layout/workshop.js';
import { say } from '../words/say.browser.js';

/** 期: a button with the current issue. It opens a list of all issues with a search and the state of each. */
export function newIssueList(current: () => string, choose: (issue: string) => void) {
  const field = element('input', {
    type: 'search',
    'aria-label': say('search'),
    placeholder: say('search'),
    autocomplete: 'off',
    oninput: () => render(),
  });
  const list = element('ul', { class: 'issues' });
  const dialog = element(
    'dialog',
    { class: 'issue-dialog', 'aria-label': say('issue') },
    field,
    list,
    element('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, say('close')),
  );
  let issues: IssueState[] = [];
  const buttons = () => [...list.querySelectorAll('button')];
  const render = () => {
    const wanted = fold(field.value.trim());
    const found = issues.filter(({ id }) => fold(id).includes(wanted));
    list.replaceChildren(
      ...(found.length > 0
        ? found.map((issue) => rowOf(issue, issue.id === current(), pick))
        : [element('li', { class: 'none' }, say('searchNone'))]),
    );
  };
  const pick = (issue: string) => {
    dialog.close();
    name.textContent = issue;
    choose(issue);
  };
  const open = async () => {
    if (!dialog.isConnected) document.body.append(dialog);
    field.value = '';
    dialog.showModal();
    [issues] = await Promise.all([readIssues(), learnForms()]);
    render();
    list.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
  };
  dialog.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const at = buttons().indexOf(document.activeElement as HTMLButtonElement);
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      (buttons()[at + by] ?? field).focus();
    } else if (event.key === 'Enter' && event.target === field) buttons()[0]?.click();
  });
  const name = element('span', { class: 'issue-name' }, current());
  return {
    open: () => void open(),
    root: element(
      'div',
      { class: 'choice issue-choice' },
      element('span', { class: 'choice-name' }, say('issue')),
      element(
        'button',
        { type: 'button', 'aria-haspopup': 'dialog', title: say('issue'), onclick: () => void open() },
        name,
      ),
    ),
  };
}

function rowOf(issue: IssueState, isHere: boolean, pick: (id: string) => void): HTMLElement {
  return element(
    'li',
    {},
    element(
      'button',
      { type: 'button', 'aria-current': isHere ? 'true' : undefined, onclick: () => pick(issue.id) },
      element('span', { class: 'issue-name' }, issue.id),
      element('span', { class: 'issue-state' }, stateOf(issue)),
    ),
  );
}

/** The state of work on an issue, in words. */
function stateOf({ stories, read, validated, decisions, remarks }: IssueState): string {
  if (stories === 0) return say('notRestored');
  const tell = (
    word: 'storyCount' | 'readCount' | 'validatedCount' | 'decisionCount' | 'remarkCount',
    count: number,
  ) => (count > 0 ? say(word).replace('{count}', String(count)) : '');
  return [
    tell('storyCount', stories),
    tell('readCount', read),
    tell('validatedCount', validated),
    tell('decisionCount', decisions),
    tell('remarkCount', remarks),
  ]
    .filter(Boolean)
    .join(' · ');
}
