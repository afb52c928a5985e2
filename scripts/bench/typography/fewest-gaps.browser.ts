import { costs } from '../../typeset/lines/fit-line.browser.js';

export * from '../../typeset/pages/layout.browser.js';

/**
 * Layout whose lines are broken for one aim: as few as possible with gaps between Chinese characters. Squeezed or
 * widened marks, wide joints and wide gaps cost next to nothing beside that. The prohibitions, whole numbers and dates,
 * and 孤字 count as before, so that what this layout reaches is what any choice of breaks could reach by the same rules.
 */
Object.assign(costs, { squeezed: 0.001, spread: 0.001, joint: 0.001, wide: 0.001, blank: 0.001, short: 0 });
