import { element } from './element.browser.js';
import type { Decision, Proof } from './proof.js';
import { say } from './say.browser.js';
import type { Trouble } from './trouble.js';

/** A doubt on the list: what it says, where it stands, and what can be done about it. */
export interface OpenDoubt {
  /** The same doubt in two states of the proof has the same key. */
  key: string;
  reason: string;
  where: string;
  /** Offset in the source, where the doubt is about it. */
  at?: number;
  choices: DoubtChoice[];
}

export interface DoubtChoice {
  label: string;
  /** What the machine did already. */
  isMachine: boolean;
  decide: () => Decision | undefined;
}

/** What is open in a restoration. */
export function restorationDoubts(proof: Proof): OpenDoubt[] {
  return proof.doubts.map((doubt): OpenDoubt => {
    const line = proof.source.slice(0, doubt.start).split('\n').length;
    return {
      key: `${doubt.ruleId} ${doubt.start} ${doubt.end}`,
      reason: doubt.reason,
      where: `${say('line')} ${line} · ${doubt.ruleId}`,
      at: doubt.start,
      choices: choicesOf(doubt, proof),
    };
  });
}

function choicesOf({ ruleId, start, end }: Proof['doubts'][number], proof: Proof): DoubtChoice[] {
  if (ruleId === 'rejoin') {
    const joined = proof.gaps.find((gap) => gap.start === start)?.joined ?? false;
    return [
      { label: say('joinHere'), isMachine: joined, decide: () => ({ kind: 'join', at: end }) },
      { label: say('splitHere'), isMachine: !joined, decide: () => ({ kind: 'break', at: end }) },
    ];
  }
  if (ruleId === 'attach-title') return titleChoices(start, end, proof);
  if (['reset', 'join-jumps', 'override'].includes(ruleId)) return [];
  return [
    { label: say('keepWords'), isMachine: false, decide: () => ({ kind: 'keep', ranges: [[start, end]] }) },
  ];
}

function titleChoices(start: number, end: number, { stories }: Proof): DoubtChoice[] {
  const choices = stories.flatMap(({ pieces }): DoubtChoice[] => {
    const body = pieces.find(({ part }) => part === 'paragraph' || part === 'lead');
    if (!body) return [];
    const own = pieces.some(({ ranges }) => ranges.some(([from, to]) => from < end && to > start));
    const label = `${say('titleOf')} ${body.text.slice(0, 12)}…`;
    return [
      { label, isMachine: own, decide: () => ({ kind: 'title', title: [[start, end]], of: body.ranges }) },
    ];
  });
  const none: DoubtChoice = {
    label: say('titleOfNone'),
    isMachine: false,
    decide: () => ({ kind: 'title', title: [[start, end]] }),
  };
  return [...choices.sort((a, b) => Number(b.isMachine) - Number(a.isMachine)), none];
}

/** What is open in the conversion to an edition. */
export function conversionDoubts(open: readonly Trouble[], edition: string): OpenDoubt[] {
  return open
    .filter(({ rule, candidates }) => rule === 'ambiguous' && candidates)
    .map(({ reason, file, line, column, candidates = [], reading = '' }): OpenDoubt => {
      const [, character = '', context = ''] = /^(\S+) .*…(.*)…$/su.exec(reason) ?? [];
      const word = wordAround(context, character);
      return {
        key: `${edition} ${file} ${line} ${column} ${reason}`,
        reason,
        where: [file?.split('/').at(-1), line, column].filter(Boolean).join(':'),
        choices: candidates.map((candidate) => ({
          label: candidate,
          isMachine: candidate === reading,
          decide: () => {
            if (!word) return undefined;
            const source = prompt(`${say('word')} (${edition})`, word)?.trim();
            const at = source ? [...source].indexOf(character) : -1;
            return source && at >= 0 ? { kind: 'name', edition, source, at, reading: candidate } : undefined;
          },
        })),
      };
    });
}

/** A guess at the word that a character stands in: it and its neighbours. */
function wordAround(context: string, character: string): string {
  const characters = [...context];
  const middle = Math.min(8, characters.length - 1);
  const at = characters[middle] === character ? middle : characters.indexOf(character);
  if (at < 0) return '';
  const isHan = (one: string | undefined) => one !== undefined && /\p{Script=Han}/u.test(one);
  return [at - 1, at, at + 1]
    .filter((one) => isHan(characters[one]))
    .map((one) => characters[one])
    .join('');
}

/** The list of doubts; one of them is at hand. */
export function newDoubtList(
  act: (doubt: OpenDoubt, choice: DoubtChoice) => void,
  reach: (doubt: OpenDoubt) => void,
) {
  const list = element('ol', { class: 'doubts' });
  const count = element('span', { class: 'count' });
  const title = element('h2', {}, say('doubts'), count);
  const root = element('section', { class: 'doubt-panel', 'aria-label': say('doubts') }, title, list);
  let doubts: OpenDoubt[] = [];
  let here = -1;
  const left = new Set<string>();
  const show = () => {
    count.textContent = ` ${doubts.length}`;
    list.replaceChildren(...doubts.map((doubt, index) => item(doubt, index)));
    if (doubts.length === 0) list.append(element('li', { class: 'none' }, say('noDoubts')));
  };
  const item = (doubt: OpenDoubt, index: number) =>
    element(
      'li',
      { class: left.has(doubt.key) ? 'left' : '', 'aria-current': index === here ? 'true' : undefined },
      element(
        'button',
        { type: 'button', class: 'doubt-reason', onclick: () => step(index - here) },
        doubt.reason,
      ),
      element('span', { class: 'doubt-where' }, doubt.where),
      element(
        'div',
        { class: 'doubt-choices' },
        ...doubt.choices.map((choice, number) =>
          element(
            'button',
            {
              type: 'button',
              class: choice.isMachine ? 'choice-machine' : '',
              onclick: () => act(doubt, choice),
            },
            element('kbd', { 'aria-hidden': 'true' }, String(number + 1)),
            choice.label,
          ),
        ),
        element('button', { type: 'button', onclick: () => leave(index) }, say('leave')),
      ),
    );
  const step = (by: number) => {
    if (doubts.length === 0) return;
    here = Math.max(0, Math.min(here + by, doubts.length - 1));
    show();
    const current = list.children[here];
    current?.scrollIntoView({ block: 'nearest' });
    current?.querySelector<HTMLElement>('.doubt-reason')?.focus();
    reach(doubts[here]!);
  };
  const leave = (index: number) => {
    const doubt = doubts[index];
    if (!doubt) return;
    left.add(doubt.key);
    here = index;
    if (here < doubts.length - 1) step(1);
    else show();
  };
  return {
    root,
    show(open: OpenDoubt[]) {
      doubts = open;
      here = Math.min(here, doubts.length - 1);
      show();
    },
    step,
    leave: () => leave(here),
    choose(number: number) {
      const doubt = doubts[here];
      const choice = doubt?.choices[number];
      if (doubt && choice) act(doubt, choice);
    },
    accept() {
      const doubt = doubts[here];
      const choice = doubt?.choices.find(({ isMachine }) => isMachine);
      if (doubt && choice) act(doubt, choice);
      else leave(here);
    },
  };
}
