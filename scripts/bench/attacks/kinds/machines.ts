import { type Attack, type AttackKind, article } from '../attack.js';

/** Each attack builds its own text, because a cached book would need neither a browser nor memory. */
const machine = (name: string, more: Partial<Attack>, ends: Attack['ends']): Attack => ({
  name,
  files: article(`正文：${name.replaceAll(/[^\p{L}]/gu, '')}。`),
  ends,
  ...more,
});

const variable = (name: string, value: string | undefined, ends: Attack['ends']): Attack =>
  machine(`${name}=${value ?? 'unset'}`, { env: { [name]: value } }, ends);

const browser = (path: string, ends: Attack['ends']): Attack =>
  machine(
    `the browser ${path}`,
    { env: { PUPPETEER_EXECUTABLE_PATH: path, CHONGPAI_BROWSER_SECONDS: '3' } },
    ends,
  );

const little = (name: string, limit: string, ends: Attack['ends']): Attack =>
  machine(name, { shell: `${limit}; exec "$@"` }, ends);

/** A machine with unusual variables, broken browsers or tight limits. */
export const machines: AttackKind = {
  name: 'machines',
  attacks: () => [
    ...['abc', '1e20', '-1', '99999999999', ''].map((value) => variable('SOURCE_DATE_EPOCH', value, 'told')),
    ...['/dev/null', '/etc/hostname', 'rel/../x', '/proc/x'].map((value) =>
      variable('CHONGPAI_CACHE', value, 'told'),
    ),
    ...['/nowhere/x', '/etc/hostname', '/dev/null', '/proc'].map((value) =>
      variable('TMPDIR', value, /It cannot be written/),
    ),
    variable('HOME', undefined, 'done'),
    variable('PATH', '', 'told'),
    variable('LANG', 'xx_YY.nonsense', 'done'),
    variable('TZ', 'Nowhere/None', 'done'),
    variable('CHONGPAI_BROWSER_SECONDS', 'abc', 'told'),
    variable('NODE_OPTIONS', '--max-old-space-size=24', /memory was short/),
    variable('NODE_OPTIONS', '--max-old-space-size=90', 'told'),
    ...['/bin/cat', '/bin/sh', '/bin/true', '/tmp', '/dev/null', '/nowhere'].map((path) =>
      browser(path, /./),
    ),
    little('64 open files', 'ulimit -n 64', /fewer than 200 open files/),
    little('230 open files', 'ulimit -n 230', 'told'),
    little('files of 20 blocks', 'ulimit -f 20', /lets no file grow/),
    little('3 GB of addresses', 'ulimit -v 3000000', 'told'),
    little('a stack of 200 KB', 'ulimit -s 200', 'told'),
    little('one second of time', 'ulimit -t 1', /The system ended chongpai/),
    machine('little memory', { shell: 'ulimit -v 1500000; exec "$@"' }, 'told'),
  ],
};
