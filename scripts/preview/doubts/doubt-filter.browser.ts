import { type SelectBox, selectBox } from '../controls/controls.browser.js';
import { element } from '../controls/element.browser.js';
import { say } from '../words/say.browser.js';
import { reasonOf } from '../words/tell-rule.browser.js';
import type { OpenDoubt } from './open-doubt.browser.js';

/** Risk from which a place is worth a second look. */
const risky = 0.2;
const certainties = ['all', 'risky', 'likely'] as const;

/** 筛选: doubts of one rule, of one story, of one certainty. */
export function newDoubtFilter(changed: () => void) {
  const chosen = { rule: 'all', story: 'all', certainty: 'all' };
  const choose = (key: keyof typeof chosen) => (value: string) => {
    chosen[key] = value;
    changed();
  };
  const box = (key: keyof typeof chosen, label: string): SelectBox =>
    selectBox(label, { options: [['all', say('all')]], value: 'all', choose: choose(key) });
  const rule = box('rule', say('kindOfDoubt'));
  const story = box('story', say('story'));
  const certainty = selectBox(say('certainty'), {
    options: certainties.map((id) => [id, say(id)]),
    value: 'all',
    choose: choose('certainty'),
  });
  return {
    root: element(
      'details',
      { class: 'doubt-filter' },
      element('summary', {}, say('filter')),
      rule,
      story,
      certainty,
    ),
    /** Offers what there is to choose from. */
    offer(doubts: readonly OpenDoubt[], stories: readonly string[]): void {
      const rules = [...new Set(doubts.map((doubt) => doubt.rule))];
      rule.renew([['all', say('all')], ...rules.map((id): [string, string] => [id, nameOf(id)])]);
      story.renew([
        ['all', say('all')],
        ...stories.map((title, at): [string, string] => [String(at), `${at + 1} ${title}`]),
      ]);
    },
    /**
     * The doubts that are wanted, each with the places that are. `storyOf` tells the story of a place of the source.
     */
    chosen(
      doubts: readonly OpenDoubt[],
      storyOf: (place: OpenDoubt['places'][number]) => number | undefined,
    ): OpenDoubt[] {
      return doubts
        .filter((doubt) => chosen.rule === 'all' || doubt.rule === chosen.rule)
        .filter(({ risk }) => chosen.certainty === 'all' || risk >= risky === (chosen.certainty === 'risky'))
        .map((doubt) =>
          chosen.story === 'all'
            ? doubt
            : { ...doubt, places: doubt.places.filter((place) => String(storyOf(place)) === chosen.story) },
        )
        .filter(({ places }) => places.length > 0);
    },
  };
}

/** A rule in a person's words: the first sentence of its reason. */
const nameOf = (rule: string) => /^[^。.；;]+/u.exec(reasonOf(rule))?.[0] ?? rule;
