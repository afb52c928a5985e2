import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { problem } from '../../article/problem.js';
import { type Said, say } from '../../article/words/say.js';

/** The first port that is tried; no known service has it. */
const firstPort = 4175;
/** After this many neighbours any free port will do. */
const mostTries = 20;

/**
 * Listens on the requested port, else on the first free one.
 *
 * @throws a problem when the requested port is not available.
 */
export async function listen(
  server: Server,
  { host, port, line }: { host: string; port?: number | undefined; line: (said: Said) => void },
): Promise<number> {
  if (port !== undefined) return tryPort(server, host, port).catch(refuse(host, port));
  for (let next = firstPort; next < firstPort + mostTries; next++) {
    try {
      const got = await tryPort(server, host, next);
      if (next > firstPort) line(say('port-taken', firstPort, got));
      return got;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') refuse(host, next)(error);
    }
  }
  const got = await tryPort(server, host, 0).catch(refuse(host, 0));
  line(say('ports-taken', firstPort, firstPort + mostTries - 1, got));
  return got;
}

function tryPort(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function refuse(host: string, port: number): (error: unknown) => never {
  return (error) => {
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Record<string, Said> = {
      EADDRINUSE: say('port-in-use', port),
      EACCES: say('port-denied', port),
      EADDRNOTAVAIL: say('no-address', host),
    };
    throw problem(reasons[code ?? ''] ?? say('port-closed', port, message), {
      note: say('port-note'),
      ruleId: 'port',
    });
  };
}
