import { didYouMean, problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { jsonSchemaOf, schemaNames } from '../schemas.js';
import type { ExitCode, Terminal } from './command.js';

/** `chongpai schema NAME`: the JSON Schema of a file that a person writes, to standard output. */
export function printSchema(name: string, terminal: Terminal): ExitCode {
  const known = schemaNames.find((one) => one === name);
  if (!known)
    throw problem(say('unknown-schema', name, schemaNames.join(', ')), {
      ruleId: 'usage',
      ...didYouMean(name, schemaNames),
    });
  terminal.result(`${JSON.stringify(jsonSchemaOf(known), null, 2)}\n`);
  return 0;
}
