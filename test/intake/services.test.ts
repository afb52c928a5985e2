import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../scripts/article/problem.js';
import { decodeSource } from '../../scripts/intake/read-source.js';

/** Lines of a page of two columns under a headline, in a wrong order: left, top, right, bottom. */
const left = ['市人大常委会昨日举行会议，听取', '并审议了政府关于水利工作的报告', '，决定任命一批干部。'];
const right = ['县农业局昨日派出五个工作组分赴', '各乡镇检查春耕，督促有关单位在', '月底以前完成清淤任务。'];
const headline = '全市农业工作会议召开';
interface Line {
  text: string;
  box: [number, number, number, number];
}
const column = (lines: readonly string[], x: number): Line[] =>
  lines.map((text, row) => ({ text, box: [x, 240 + 30 * row, x + 20 * text.length, 260 + 30 * row] }));
const lines: Line[] = [
  ...column(right, 440),
  { text: headline, box: [100, 120, 580, 168] },
  ...column(left, 60),
];
const ordered = [headline, ...left, ...right];
const [width, height] = [800, 1100];

const corners = ([x1, y1, x2, y2]: Line['box']) => [
  [x1, y1],
  [x2, y1],
  [x2, y2],
  [x1, y2],
];
const inRow = (box: Line['box']) => corners(box).flat();
const points = (box: Line['box']) => corners(box).map(([x, y]) => ({ x, y }));
const sides = ([x1, y1, x2, y2]: Line['box']) => ({ left: x1, top: y1, width: x2 - x1, height: y2 - y1 });
const shares = ([x1, y1, x2, y2]: Line['box']): Line['box'] => [
  x1 / width,
  y1 / height,
  x2 / width,
  y2 / height,
];
const capital = (value: object) =>
  Object.fromEntries(Object.entries(value).map(([key, one]) => [key[0]!.toUpperCase() + key.slice(1), one]));
const map = <T>(write: (line: Line, index: number) => T) => lines.map(write);
const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`;
const pythonLine = ({ text, box }: Line) =>
  `[${JSON.stringify(corners(box).map((pair) => pair.map((one) => one + 0.5)))}, (${quoted(text)}, 0.9971)]`;
const googleWord = (text: string, box: Line['box'], isLast: boolean) => {
  const step = (box[2] - box[0]) / text.length;
  const symbols = [...text].map((char, at) => ({
    text: char,
    confidence: 0.9,
    boundingBox: { vertices: points([box[0] + at * step, box[1], box[0] + (at + 1) * step, box[3]]) },
    ...(isLast && at === text.length - 1 && { property: { detectedBreak: { type: 'LINE_BREAK' } } }),
  }));
  return { symbols, boundingBox: { vertices: points(box) } };
};

const json = (value: unknown) => JSON.stringify(value);
/** The page as each program and service writes it. */
const written: [name: string, text: string][] = [
  ['PaddleOCR 2, printed', `[[${map(pythonLine).join(', ')}]]`],
  ['PaddleOCR 2, printed line by line', map(pythonLine).join('\n')],
  [
    'PaddleOCR 2, its log',
    [
      '[2023/11/15 08:54:41] ppocr INFO: **********./1.jpg**********',
      '[2023/11/15 08:54:41] ppocr DEBUG: dt_boxes num : 7, elapsed : 0.59',
      ...map((line) => `[2023/11/15 08:54:42] ppocr INFO: ${pythonLine(line)}`),
    ].join('\n'),
  ],
  [
    'PaddleOCR 2, labels behind the name of a picture',
    `data/1.jpg\t${json(map(({ text, box }) => ({ transcription: text, points: corners(box), difficult: false })))}\n`,
  ],
  [
    'PaddleOCR 3, printed',
    `{'res': {'input_path': '1.png', 'page_index': None, 'model_settings': {'use_doc_preprocessor': True}, 'rec_texts': [${map(({ text }) => quoted(text)).join(', ')}], 'rec_scores': array([${map(() => '0.99').join(', ')}], shape=(7,), dtype=float32), 'rec_boxes': array([${map(({ box }) => json(box)).join(',\n       ')}], dtype=int16)}}`,
  ],
  [
    'PaddleX',
    json({
      dt_polys: map(({ box }) => corners(box)),
      rec_text: map(({ text }) => text),
      rec_score: map(() => 0.98),
    }),
  ],
  [
    'PaddleOCR serving',
    json({
      msg: '',
      results: [map(({ text, box }) => ({ text, confidence: 0.98, text_region: corners(box) }))],
      status: '000',
    }),
  ],
  [
    'PP-Structure 2',
    json([
      {
        type: 'title',
        bbox: [90, 110, 590, 180],
        res: [{ text: headline, confidence: 0.99, text_region: corners(lines[3]!.box) }],
        img_idx: 0,
      },
      {
        type: 'text',
        bbox: [430, 230, 760, 330],
        res: map(({ text, box }) => ({ text, confidence: 0.99, text_region: corners(box) })).slice(0, 3),
        img_idx: 0,
      },
      {
        type: 'text',
        bbox: [50, 230, 380, 330],
        res: map(({ text, box }) => ({ text, confidence: 0.99, text_region: corners(box) })).slice(4),
        img_idx: 0,
      },
    ]),
  ],
  [
    'PP-Structure 2, a region a line',
    map(({ text, box }) =>
      json({
        type: 'text',
        bbox: box,
        res: [{ text, confidence: 0.9, text_region: corners(box) }],
        img_idx: 0,
      }),
    ).join('\n'),
  ],
  ['RapidOCR', json(map(({ text, box }) => [corners(box), text, '0.98']))],
  ['RapidOCR 3', json(map(({ text, box }) => ({ box: corners(box), txt: text, score: 0.98 })))],
  [
    'RapidOCR 3, its lists',
    json({ boxes: map(({ box }) => corners(box)), txts: map(({ text }) => text), scores: map(() => 0.9) }),
  ],
  [
    'RapidOCR API',
    json(
      Object.fromEntries(
        map(({ text, box }, index) => [index, { rec_txt: text, dt_boxes: corners(box), score: '0.98' }]),
      ),
    ),
  ],
  [
    'EasyOCR, printed',
    `[${map(({ text, box }) => `(${json(corners(box))}, ${quoted(text)}, np.float64(0.98))`).join(', ')}]`,
  ],
  [
    'EasyOCR, lines of JSON',
    map(({ text, box }) => json({ boxes: corners(box), text, confident: 0.98 })).join('\n'),
  ],
  ['CnOCR', json(map(({ text, box }) => ({ text, score: 0.98, position: corners(box) })))],
  [
    'Umi-OCR',
    json({ code: 100, data: map(({ text, box }) => ({ text, score: 0.9, box: corners(box), end: '\n' })) }),
  ],
  [
    'Google Vision',
    json({
      responses: [
        {
          fullTextAnnotation: {
            pages: [
              {
                width,
                height,
                blocks: map(({ text, box }) => ({
                  paragraphs: [
                    {
                      words: [
                        googleWord(
                          text.slice(0, 4),
                          [box[0], box[1], box[0] + ((box[2] - box[0]) * 4) / text.length, box[3]],
                          false,
                        ),
                        googleWord(
                          text.slice(4),
                          [box[0] + ((box[2] - box[0]) * 4) / text.length, box[1], box[2], box[3]],
                          true,
                        ),
                      ],
                    },
                  ],
                })),
              },
            ],
          },
        },
      ],
    }),
  ],
  [
    'Google Vision, words alone',
    json({
      textAnnotations: [
        { description: map(({ text }) => text).join('\n') },
        ...lines.flatMap(({ text, box }) =>
          [0, 1].map((at) => ({
            description: at ? text.slice(5) : text.slice(0, 5),
            boundingPoly: {
              vertices: points([
                at ? (box[0] + box[2]) / 2 : box[0],
                box[1],
                at ? box[2] : (box[0] + box[2]) / 2,
                box[3],
              ]),
            },
          })),
        ),
      ],
    }),
  ],
  [
    'Azure Read',
    json({
      status: 'succeeded',
      analyzeResult: {
        version: '3.2.0',
        readResults: [
          {
            page: 1,
            angle: 0,
            width,
            height,
            unit: 'pixel',
            lines: map(({ text, box }) => ({
              boundingBox: inRow(box),
              text,
              words: [{ text, confidence: 0.9 }],
            })),
          },
        ],
      },
    }),
  ],
  [
    'Azure Document Intelligence, in inches',
    json({
      analyzeResult: {
        content: '',
        pages: [
          {
            pageNumber: 1,
            width: width / 100,
            height: height / 100,
            unit: 'inch',
            lines: map(({ text, box }) => ({ content: text, polygon: inRow(box).map((one) => one / 100) })),
          },
        ],
      },
    }),
  ],
  [
    'Azure Image Analysis',
    json({
      readResult: { blocks: [{ lines: map(({ text, box }) => ({ text, boundingPolygon: points(box) })) }] },
      metadata: { width, height },
    }),
  ],
  [
    'Azure OCR',
    json({
      language: 'zh-Hans',
      orientation: 'Up',
      regions: [
        {
          boundingBox: '60,120,700,300',
          lines: map(({ text, box }) => ({
            boundingBox: Object.values(sides(box)).join(','),
            words: [...text].map((char) => ({ text: char })),
          })),
        },
      ],
    }),
  ],
  [
    '百度',
    json({
      words_result: map(({ text, box }) => ({
        words: text,
        location: sides(box),
        probability: { average: 0.98 },
      })),
      words_result_num: 7,
      log_id: 1,
    }),
  ],
  [
    '腾讯',
    json({
      Response: {
        TextDetections: map(({ text, box }) => ({
          DetectedText: text,
          Confidence: 99,
          Polygon: points(box).map(capital),
        })),
      },
    }),
  ],
  [
    '腾讯, from its SDK',
    json({
      TextDetections: map(({ text, box }) => ({
        DetectedText: text,
        Confidence: 99,
        Polygon: points(box).map(capital),
      })),
      Angel: 0,
    }),
  ],
  [
    'AWS Rekognition',
    json({
      TextDetections: lines.flatMap(({ text, box }) =>
        ['LINE', 'WORD'].map((Type) => ({
          DetectedText: text,
          Type,
          Confidence: 99,
          Geometry: { BoundingBox: capital(sides(shares(box))) },
        })),
      ),
    }),
  ],
  [
    'AWS Textract',
    json({
      Blocks: [
        { BlockType: 'PAGE', Page: 1 },
        ...map(({ text, box }) => ({
          BlockType: 'LINE',
          Text: text,
          Page: 1,
          Confidence: 99,
          Geometry: { BoundingBox: capital(sides(shares(box))) },
        })),
      ],
    }),
  ],
  [
    '阿里云',
    json({
      RequestId: 'a',
      Data: json({
        content: '',
        height,
        width,
        prism_wordsInfo: map(({ text, box }) => ({ word: text, prob: 99, pos: points(box) })),
      }),
    }),
  ],
  [
    '华为云',
    json({
      result: {
        direction: -1,
        words_block_list: map(({ text, box }) => ({ words: text, location: corners(box), confidence: 0.98 })),
      },
    }),
  ],
  [
    '微信',
    json({
      errcode: 0,
      width,
      height,
      ocr_response: map(({ text, box: [l, top, r, bottom] }) => ({
        text,
        left: l,
        top,
        right: r,
        bottom,
        rate: 0.99,
      })),
    }),
  ],
  [
    'OCR.space',
    json({
      ParsedResults: [
        {
          TextOverlay: {
            Lines: map(({ text, box }) => ({
              LineText: text,
              Words: [{ WordText: text, ...capital(sides(box)) }],
            })),
          },
        },
      ],
    }),
  ],
  [
    'Surya',
    json({
      page: [
        {
          text_lines: map(({ text, box }) => ({ polygon: corners(box), bbox: box, text, confidence: 0.9 })),
          image_bbox: [0, 0, width, height],
        },
      ],
    }),
  ],
  [
    'docTR',
    json({
      pages: [
        {
          page_idx: 0,
          dimensions: [height, width],
          blocks: map(({ text, box }) => ({
            geometry: [],
            lines: [
              {
                geometry: [shares(box).slice(0, 2), shares(box).slice(2)],
                words: [{ value: text, confidence: 0.98 }],
              },
            ],
          })),
        },
      ],
    }),
  ],
  [
    'ABBYY FineReader',
    `<?xml version="1.0" encoding="UTF-8"?>\n<document xmlns="http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml" version="1.0"><page width="${width}" height="${height}" resolution="150">${map(({ text, box: [l, t, r, b] }) => `<block blockType="Text" l="${l}" t="${t}" r="${r}" b="${b}"><text><par><line baseline="${b}" l="${l}" t="${t}" r="${r}" b="${b}"><formatting lang="ChinesePRC" fs="9.">\n${[...text].map((char) => `<charParams charConfidence="80">${char}</charParams>\n`).join('')}</formatting></line></par></text></block>`).join('')}</page></document>`,
  ],
];

const read = (text: string, path = 'page.json') => decodeSource(Buffer.from(text), path);
const refusal = (text: string) =>
  read(text).then(
    () => 'not refused',
    (error) => formatMessage(error),
  );

describe('results of programs and services', () => {
  it.each(written)('%s is read column by column', async (_, text) => {
    const source = await read(text);
    expect(source.text.split(/[\n\f]+/u).filter(Boolean)).toEqual(ordered);
    const [head, first] = source.layout!.lines;
    expect(head!.size / first!.size).toBeGreaterThan(2);
    for (const { confidence = 1 } of source.layout!.lines) expect(confidence).toBeLessThanOrEqual(1);
  });

  it('gives lines without places as a text', async () => {
    const words_result = ['第一行文字', '第二行文字'].map((words) => ({ words }));
    expect(await read(json({ words_result }))).toMatchObject({ text: '第一行文字\n第二行文字\n' });
    expect((await read(json({ words_result }))).layout).toBeUndefined();
  });

  it('gives the pictures of a log, and the lines of labels, a page each', async () => {
    const log = (name: string) =>
      [
        `[2023/11/15 08:54:41] ppocr INFO: **********${name}**********`,
        ...map((line) => `[2023/11/15 08:54:42] ppocr INFO: ${pythonLine(line)}`),
      ].join('\n');
    expect((await read(`${log('1.jpg')}\n${log('2.jpg')}`)).layout!.pages.length).toBe(2);
    const label = json(map(({ text, box }) => ({ transcription: text, points: corners(box) })));
    expect((await read(`1.jpg\t${label}\n2.jpg\t${label}\n`)).layout!.pages.length).toBe(2);
  });

  it('gives the paragraphs of a model that reads whole pages as they are', async () => {
    const blocks = [
      { bbox: [1, 2, 3, 4], category: 'Title', text: headline },
      { bbox: [1, 2, 3, 4], category: 'Text', text: left.join('') },
      { bbox: [1, 2, 3, 4], category: 'Picture' },
      {
        bbox: [1, 2, 3, 4],
        category: 'Table',
        text: '<table><tr><td>甲</td><td></td></tr><tr><td>乙</td><td>1</td></tr></table>',
      },
    ];
    expect((await read(json(blocks))).text).toBe(
      `# ${headline}\n\n${left.join('')}\n\n| 甲 |  |\n| 乙 | 1 |\n`,
    );
  });

  it('refuses what printing has shortened, and what is no value of Python', async () => {
    const shortened = `{'res': {'rec_texts': ['甲', '乙'], 'rec_boxes': array([[118, ...,  81],\n       [108, ..., 562]], dtype=int16)}}`;
    expect(await refusal(shortened)).toMatch(/left out as \.\.\.[\s\S]*save_to_json/u);
    expect(await refusal("{'res': {'rec_texts': ['甲', '乙'")).toMatch(/breaks in line 1/u);
  });

  it('refuses JSON that it does not know, with what it knows', async () => {
    for (const unknown of [{ elements: [{ kind: 'text', value: '甲' }] }, [{ label: '正文', value: '甲' }]])
      expect(await refusal(json(unknown))).toMatch(
        /JSON, but of no recognition[\s\S]*MinerU[\s\S]*Google Vision/u,
      );
  });

  it('says where a value of a service is wrong', async () => {
    expect(await refusal(json({ words_result: [{ words: 5, location: sides([0, 0, 9, 9]) }] }))).toMatch(
      /0\.words_result\.0 in a result of 百度 OCR/u,
    );
  });
});
