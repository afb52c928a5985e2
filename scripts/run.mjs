/** chongpai itself, in the process that supervise.mjs watches over. */
import { main } from '../build/js/cli.js';

await main(process.argv);
