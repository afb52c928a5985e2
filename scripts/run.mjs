/** chongpai itself, in the process that supervise.mjs watches over. It starts while the launcher looks at the program. */
import { isatty, WriteStream } from 'node:tty';
import { runProgram } from './run-program.mjs';

await new Promise((go) => {
  process.once('message', go);
  process.once('disconnect', () => process.exit(1));
});
// Standard error passes through the supervisor; where that is a terminal, it is ours too, for progress and questions.
await runProgram(isatty(4) ? new WriteStream(4) : process.stderr);
