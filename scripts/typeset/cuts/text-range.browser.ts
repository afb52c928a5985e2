/**
 * The one range of a tab, to read the boxes of texts; whoever uses it sets both of its ends. A browser moves all ranges
 * along with every node that moves until they are collected, and pages are made by moving every node.
 */
export const textRange = document.createRange();
