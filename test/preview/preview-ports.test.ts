import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/article/package-root.js';
import { textOf } from '../../scripts/article/words/say.js';
import { listen } from '../../scripts/preview/server/listen.js';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'chongpai-ports-'));
  const issue = join(root, 'manuscript', 'one');
  mkdirSync(issue, { recursive: true });
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 晨报\neditions: [zh-Hans]\n');
  writeFileSync(join(issue, '01.md'), '# 一\n\n今日晴。\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('ports', () => {
  it('takes the next one when the usual one is in use, and says so', async () => {
    const lines: string[] = [];
    const servers = [createServer(), createServer()];
    const ports = [];
    for (const server of servers)
      ports.push(await listen(server, { host: '127.0.0.1', line: (said) => lines.push(textOf(said)) }));
    expect(ports[1]).not.toBe(ports[0]);
    expect(lines.at(-1)).toMatch(new RegExp(`in use; using ${ports[1]}$`));
    const asked = listen(createServer(), { host: '127.0.0.1', port: ports[0]!, line: () => undefined });
    await expect(asked).rejects.toThrow(`Port ${ports[0]} is in use`);
    for (const server of servers) server.close();
  });

  it('gives a clear message and code 1 for a port in use that was asked for, and leaves nothing behind on Ctrl-C', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const refused = await startCommand(['--port', String((taken.address() as AddressInfo).port)]);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(/error: Port \d+ is in use/);
    taken.close();
    const running = await startCommand(['--port', '0']);
    await expect.poll(running.output).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
    const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(running.output())!;
    await (await fetch(`${url}book`)).text();
    running.interrupt();
    expect(await running.ended).toBe(130);
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('addresses', () => {
  it('are loopback alone, unless asked for, and then with a warning', async () => {
    const running = await startCommand(['--host', '0.0.0.0', '--port', '0']);
    await expect.poll(running.output).toMatch(/http:\/\/0\.0\.0\.0:\d+\//);
    await expect.poll(running.output).toMatch(/warning: anyone who can reach 0\.0\.0\.0 can read and change/);
    const [, port] = /:(\d+)\//.exec(running.output())!;
    expect((await fetch(`http://127.0.0.1:${port}/shelf`)).status).toBe(200);
    running.interrupt();
    expect(await running.ended).toBe(130);
  });
});

async function startCommand(args: string[]) {
  const child = spawn(process.execPath, [join(packageRoot, 'scripts', 'bin.mjs'), 'preview', ...args], {
    cwd: root,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { ended, output: () => output, interrupt: () => child.kill('SIGINT') };
}
