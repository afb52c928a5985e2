import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { restore } from '../../scripts/restore/index.js';
import { mojibakeOf } from '../../scripts/text/mojibake.js';

const text = '会议认真回顾了过去一年的工作，指出全县经济稳中有进，是在中国的农业增产、工业增效。';

it('says of a text that it was read in a wrong encoding, and what to do', () => {
  const asGbk = iconv.decode(Buffer.from(text), 'gb18030').replaceAll('\ufffd', '?');
  const asLatin = iconv.decode(Buffer.from(text), 'windows-1252').replaceAll('\ufffd', '?');
  expect(mojibakeOf(asGbk)?.was).toContain('UTF-8 that was read as GBK');
  expect(mojibakeOf(asLatin)?.was).toContain('UTF-8 that was read as Latin-1');
  expect(mojibakeOf('本报讯　锟斤拷锟斤拷会议')?.was).toContain('锟斤拷');
  expect(mojibakeOf(text)).toBeUndefined();
  expect(mojibakeOf('涓涓细流汇成河，鏄字少见。会议在县城召开，各乡代表出席。')).toBeUndefined();
  expect(restore({ text: asGbk }).messages.map(({ ruleId }) => ruleId)).toContain('mojibake');
});
