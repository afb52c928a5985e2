/** Options of Node's engine for the process that makes books. */

/**
 * Room for young objects, in MB: reading and writing a PDF creates hundreds of thousands of short-lived ones. With
 * Node's default of 16, a book of 421 pages took 4 % more processor time and a tenth more memory; with 64, one of 114
 * pages a quarter more memory. Half of it from the start, and no search of the whole memory before there is .25 GB: a
 * leaflet was searched four times while it was small, which took .05 s of 1.5 and a fifth more memory in the end. From
 * then on it is searched when it is a quarter as large again, not four times: with half, a book of 3,110 pages took
 * 1.61 GB, now 1.49; one of 409 pages the same processor time (6.4 to 6.7 s, and 6.4).
 */
const memory = [
  '--max-semi-space-size=32',
  '--min-semi-space-size=16',
  '--initial-heap-size=256',
  '--heap-growing-percent=25',
];
/** The engine forgets code that was not used for long; what a build used once is kept for the next (load-program.mjs). */
const keptCode = '--no-flush-bytecode';
/**
 * A pattern becomes machine code at its first use. Else the engine makes code for an interpreter first, and machine code
 * at the second use: the first took three times as long as the other for the largest of our patterns, and a leaflet was
 * restored a fifth slower for it.
 */
const compiledPatterns = '--no-regexp-tier-up';
/**
 * Amount of work, in bytes of code, after which the engine optimises a function; its own is a tenth of this. Most of a
 * build's functions run for a few milliseconds: optimising them took a third of the processor time of a leaflet in
 * three editions (6.5 s, now 5.1), and a tenth of that of a book of 114 pages. Engines from Node 22 on have no such
 * option: they optimise in smaller steps.
 */
const lateOptimising = '--interrupt-budget=700000';
/**
 * How much of other functions' code, in bytes, the engine may copy into one that it optimises; its own is 920. Most
 * functions of a restoration are optimised once and run for a second: 1 MB of text took 5 % less processor time, a
 * leaflet in three editions 3 % less.
 */
const littleCopied = '--max-inlined-bytecode-size-cumulative=200';
/** By the version of Node: an engine that does not know an option ends at once. Others than these run without any. */
const engines = {
  20: [...memory, keptCode, compiledPatterns, lateOptimising, littleCopied],
  22: [...memory, keptCode, compiledPatterns],
  24: [...memory, keptCode, compiledPatterns],
};

/**
 * The options for a version of Node.
 *
 * @param {string} version such as `22.23.3`
 * @returns {readonly string[]}
 */
export const flagsFor = (version) => engines[version.split('.')[0]] ?? [];
