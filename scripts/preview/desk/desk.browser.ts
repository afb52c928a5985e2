/** The desk's script, which runs in the shell. */

import { readShelf } from '../controls/talk.browser.js';
import { speak } from '../words/say.browser.js';
import { learnRules } from '../words/tell-rule.browser.js';
import { keepChoices, readChoices } from './choices.browser.js';
import { acceptDrops, beginPage } from './drop.browser.js';
import { startDesk } from './start.browser.js';

async function start(): Promise<void> {
  const shelf = await readShelf();
  learnRules(shelf.rules);
  const choices = readChoices({ issue: shelf.issue, edition: shelf.editions[0]?.id ?? 'zh-Hans' });
  speak(choices.language);
  document.documentElement.dataset.surroundings = choices.surroundings;
  if (shelf.issues.length === 0) {
    document.body.append(beginPage());
    acceptDrops();
    return;
  }
  startDesk(shelf, choices, () => keepChoices(choices));
}

void start();
