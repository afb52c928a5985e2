/**
 * 耐心: time limit of an event that a test waits for. A loaded machine is slow, not wrong: on two cores with twenty
 * processes a book is laid out in a minute that else takes four seconds. What never comes costs this once.
 */
export const patience = { timeout: 120_000 };
