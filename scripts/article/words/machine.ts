import type { Sentence } from './sentence.js';

/** Sentences about the machine: its disks, its memory, its limits. */
export const machine = {
  denied: ['没有权限', '沒有權限', 'permission denied'],
  'read-only': ['磁盘只读', '磁碟唯讀', 'the disk is read-only'],
  'disk-full': ['磁盘已满', '磁碟已滿', 'the disk is full'],
  'not-allowed-there': [
    '系统不让在那里新建',
    '系統不讓在那裡新增',
    'the system does not allow new files there',
  ],
  'file-in-the-way': [
    '该是文件夹的地方有一个文件',
    '該是資料夾的地方有一個檔案',
    'there is a file where a folder should be',
  ],
  'folder-in-the-way': [
    '该是文件的地方有一个文件夹',
    '該是檔案的地方有一個資料夾',
    'there is a folder where the file should be',
  ],
  'link-to-itself': ['是一个指向自身的链接', '是一個指向自身的連結', 'it is a link that leads to itself'],
  'is-folder': ['是文件夹', '是資料夾', 'it is a folder'],
  'is-socket': ['是套接字', '是通訊端', 'it is a socket'],
  'too-many-open': [
    '系统不让本程序再打开文件：提高 `ulimit -n`',
    '系統不讓本程式再開啟檔案：提高 `ulimit -n`',
    'the system allows this program no more open files: raise `ulimit -n`',
  ],
  'system-too-many-open': [
    '系统再没有可打开的文件',
    '系統再沒有可開啟的檔案',
    'the system has reached its limit of open files',
  ],
  'long-name': ['文件名太长', '檔名太長', 'its name is too long'],
  'disk-error': ['磁盘读写出错', '磁碟讀寫出錯', 'the disk or its cable is damaged'],
  'file-limit': ['系统不让文件再变大', '系統不讓檔案再變大', 'the system lets no file grow that large'],
  'no-memory': ['内存不够', '記憶體不夠', 'the memory does not suffice'],
  'no-processes': ['系统不让再起进程', '系統不讓再起行程', 'the system lets no more processes begin'],
  'file-busy': ['别的程序占着它', '別的程式佔著它', 'another program holds it'],
  'is-not-there': ['没有这个文件', '沒有這個檔案', 'it is not there'],
  'file-moved': ['它已被移走', '它已被移走', 'it was taken away meanwhile'],
  'system-refused': ['系统没有答应：{1}', '系統沒有答應：{1}', 'The system refused: {1}'],
  'memory-gone': ['内存不够，做不下去', '記憶體不夠，做不下去', 'This machine does not have enough memory'],
  'more-memory': [
    '少排几期（--jobs 1），或把一期分开；NODE_OPTIONS=--max-old-space-size=4000 准许用 4 GB。',
    '少排幾期（--jobs 1），或把一期分開；NODE_OPTIONS=--max-old-space-size=4000 准許用 4 GB。',
    'Build fewer issues at once (--jobs 1), or split the issue; NODE_OPTIONS=--max-old-space-size=4000 allows 4 GB.',
  ],
  'too-deep': [
    '这里一层套一层，深得读不完',
    '這裡一層套一層，深得讀不完',
    'Something in it is nested too deeply to be read',
  ],
  'incomplete-install': [
    'chongpai 没有装全：{1}',
    'chongpai 沒有裝全：{1}',
    'chongpai is not installed whole: {1}',
  ],
  'install-again': ['重新安装：`npm ci`。', '重新安裝：`npm ci`。', 'Install it again: `npm ci`.'],
  'few-open-files': [
    '系统只让一个程序打开不到 {1} 个文件',
    '系統只讓一個程式開啟不到 {1} 個檔案',
    'This system lets a program have fewer than {1} open files',
  ],
  'raise-open-files': [
    '`ulimit -n 1024` 放宽这个限制。',
    '`ulimit -n 1024` 放寬這個限制。',
    '`ulimit -n 1024` raises that limit.',
  ],
  'ended-by-system': [
    '系统中止了 chongpai（{1}）',
    '系統中止了 chongpai（{1}）',
    'The system ended chongpai ({1})',
  ],
  'still-doing': ['{1}　已 {2} 秒', '{1}　已 {2} 秒', '{1}  for {2} s'],
  'mostly-memory': [
    '多半是内存不够：少排几期（--jobs 1），或把一期分开；容器要有 1 GB 内存。',
    '多半是記憶體不夠：少排幾期（--jobs 1），或把一期分開；容器要有 1 GB 記憶體。',
    'Usually memory was short: build fewer issues at once (--jobs 1), or split the issue; a container needs 1 GB.',
  ],
  'browser-lost': [
    '浏览器中途停止：{1}',
    '瀏覽器中途停止：{1}',
    'The browser was lost in the middle of its work: {1}',
  ],
} as const satisfies Record<string, Sentence>;
