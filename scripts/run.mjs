/** chongpai itself, in the process that supervise.mjs watches over. */
import { isatty, WriteStream } from 'node:tty';
import { main } from '../build/js/cli.js';

// Standard error passes through the supervisor; where that is a terminal, it is ours too, for progress and questions.
await main(process.argv, isatty(4) ? new WriteStream(4) : process.stderr);
