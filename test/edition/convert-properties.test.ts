import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptationOf, convert } from '../../scripts/edition/convert/convert.js';
import { convertMarkdown } from '../../scripts/edition/convert/convert-markdown.js';

const editions = ['zh-Hant-TW', 'zh-Hant-HK', 'zh-Hant', 'zh-Hans'];
const edition = fc.constantFrom(...editions);
const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const chinese = fc
  .array(
    fc.constantFrom(...'发后里面干系制只台出复历并准征了游余范于的是在市长，。“”‘’《》\n我国人民3a·臺後'),
    { maxLength: 40 },
  )
  .map((chars) => chars.join(''));
const prose = fc.oneof(chinese, anyText);

describe('convert', () => {
  it('takes any Unicode, and its map fits its text', () => {
    fc.assert(
      fc.property(prose, edition, fc.boolean(), (text, to, vocabulary) => {
        const result = convert(text, to, { vocabulary });
        expect(result.map.toOutput(0)).toBe(0);
        expect(result.map.toOutput(text.length)).toBe(result.text.length);
        expect(result.map.toSource(result.text.length)).toBe(text.length);
        for (const { start, end, source } of result.doubts) {
          expect(start).toBeLessThanOrEqual(end);
          if (source.length === 1) expect(text.slice(start, end)).toBe(source);
        }
      }),
    );
  });

  it('changes nothing the second time', () => {
    const sentence = fc
      .tuple(fc.constantFrom('市长发表讲话，', '他们说：', '这样发展，'), chinese)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(sentence, fc.constantFrom('zh-Hant-TW', 'zh-Hant-HK'), (text, to) => {
        fc.pre(!/[“”‘’《》臺後]/.test(text));
        const once = convert(text, to).text;
        expect(convert(once, to).text).toBe(once);
      }),
    );
  });
});

describe('convertMarkdown', () => {
  const adaptation = adaptationOf('zh-Hant-TW', {});
  const run = (text: string) => convertMarkdown(text, adaptation).text;
  const inline = fc.constantFrom(
    '发展',
    '**发**',
    '*后*',
    '`code发`',
    '[链](http://x/发)',
    '![图](发.png "题")',
    '\\*',
    '&amp;',
    '  \n',
  );
  const block = fc.oneof(
    fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
    fc.constantFrom(
      '# 发展 #',
      '> 后面',
      '- 面条',
      '```\n发展\n```',
      '|发|后|\n|-|-|\n|面|`里`|',
      '<!-- 发 -->',
      '---',
      '[发]: http://发',
    ),
  );
  const markdown = fc
    .tuple(
      fc.array(block, { maxLength: 6 }),
      fc.constantFrom('\n\n', '\r\n\r\n'),
      fc.constantFrom('', '\n', '\r\n'),
    )
    .map(([blocks, gap, end]) => blocks.join(gap) + end);

  it('changes no byte outside of Han characters and quotes', () => {
    const skeleton = (text: string) => text.replace(/[\p{Script=Han}「」『』“”‘’]/gu, '字');
    fc.assert(
      fc.property(markdown, (text) => {
        expect(skeleton(run(text))).toBe(skeleton(text));
      }),
    );
  });

  it('never throws, and leaves what has no Han as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        run(text);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(run(text)).toBe(text);
      }),
    );
  });

  it('leaves code, addresses, ids and keys alone', () => {
    const text = [
      '---',
      'title: "市长发表讲话" # 备注发',
      'slug: 发展',
      'image: 图片/发.png',
      '---',
      '',
      '# 理**发**店 #',
      '',
      '> 一定要理',
      '> 发，`code发`和[发展](http://x/发 "题目")![图发](a发.png)，脚注[^发]。',
      '',
      '| 干部 | <ruby>发<rt>fa发</rt></ruby> |',
      '| --- | --- |',
      '',
      '    代码发',
      '',
      '[^发]: 注发',
    ].join('\r\n');
    expect(run(text).split('\r\n')).toEqual([
      '---',
      'title: "市長發表講話" # 备注发',
      'slug: 发展',
      'image: 图片/发.png',
      '---',
      '',
      '# 理**髮**店 #',
      '',
      '> 一定要理',
      '> 髮，`code发`和[發展](http://x/发 "題目")![圖發](a发.png)，腳註[^发]。',
      '',
      '| 幹部 | <ruby>發<rt>fa发</rt></ruby> |',
      '| --- | --- |',
      '',
      '    代码发',
      '',
      '[^发]: 注發',
    ]);
  });
});
