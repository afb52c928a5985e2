import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../scripts/article/problem.js';
import { decodeSource } from '../../scripts/intake/read-source.js';
import { column, makePdf } from './make-pdf.js';

const lines = ['县水利局昨日派出五个工作组', '分赴各灌区检查渠道和水库，', '在月底以前完成清淤任务。'];
const page = column(lines, { x: 50, y: 700, size: 12 });
const read = (bytes: Uint8Array) => decodeSource(bytes, 'page.pdf');
const linesOf = ({ text }: { text: string }) => text.split(/[\n\f]+/u).filter((line) => line !== '');
const refusal = (bytes: Uint8Array) =>
  read(bytes).then(
    () => 'not refused',
    (error) => formatMessage(error),
  );
const opened = () => PDFDocument.load(makePdf([page]));

async function withNote(entries: Record<string, unknown>): Promise<Uint8Array> {
  const pdf = await opened();
  const note = pdf.context.register(
    pdf.context.obj({ Type: 'Annot', F: 4, Rect: [50, 400, 350, 420], ...entries } as never),
  );
  pdf.getPage(0).node.set(PDFName.of('Annots'), pdf.context.obj([note]));
  return pdf.save();
}

describe('a PDF with a form', () => {
  it('has the values that are typed into it', async () => {
    const pdf = await opened();
    const field = pdf.getForm().createTextField('name');
    field.setText('Li Qiang 1987');
    field.addToPage(pdf.getPage(0), { x: 50, y: 500, width: 300, height: 20 });
    const box = pdf.getForm().createCheckBox('ok');
    box.addToPage(pdf.getPage(0), { x: 50, y: 450, width: 12, height: 12 });
    box.check();
    const found = linesOf(await read(await pdf.save()));
    expect(found.slice(0, 3)).toEqual(lines);
    expect(found).toContain('Li Qiang 1987');
  });

  it('has a value that is not drawn, and words written on the page, but no state of a button', async () => {
    const value = PDFHexString.fromText('李强，城关镇人');
    const text = { Subtype: 'Widget', FT: 'Tx', V: value };
    expect(linesOf(await read(await withNote(text)))).toEqual([...lines, '李强，城关镇人']);
    const written = {
      Subtype: 'FreeText',
      Contents: PDFHexString.fromText('编者按：此处有误。\r以下从略。'),
    };
    expect(linesOf(await read(await withNote(written)))).toEqual([
      ...lines,
      '编者按：此处有误。',
      '以下从略。',
    ]);
    const button = { Subtype: 'Widget', FT: 'Btn', V: 'Yes' };
    expect(linesOf(await read(await withNote(button)))).toEqual(lines);
  });

  it('is refused where Adobe’s program makes its pages', async () => {
    const pdf = await opened();
    const xfa = pdf.context.register(pdf.context.stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>'));
    pdf.catalog.set(PDFName.of('AcroForm'), pdf.context.obj({ Fields: [], XFA: xfa } as never));
    pdf.catalog.set(PDFName.of('NeedsRendering'), pdf.context.obj(true));
    expect(await refusal(await pdf.save())).toContain('XFA');
  });
});

describe('comments on a PDF', () => {
  it.each([
    ['a sticky note', { Subtype: 'Text', Contents: PDFHexString.fromText('此处年份有误') }],
    [
      'marked text',
      {
        Subtype: 'Highlight',
        QuadPoints: [50, 420, 350, 420, 50, 400, 350, 400],
        Contents: PDFHexString.fromText('此处年份有误'),
      },
    ],
  ])('of %s are told, and no text', async (_, entries) => {
    const source = await read(await withNote(entries));
    expect(linesOf(source)).toEqual(lines);
    expect(source.told).toEqual([expect.stringMatching(/1 comments on page 1.*此处年份有误/u)]);
  });

  it('that strike out text or pin a file to the page are told', async () => {
    const told = async (Subtype: string) => (await read(await withNote({ Subtype }))).told;
    expect(await told('StrikeOut')).toEqual([expect.stringContaining('1 passages of page 1')]);
    expect(await told('FileAttachment')).toEqual([expect.stringContaining('1 files pinned to page 1')]);
    expect(await told('Link')).toBeUndefined();
  });
});

describe('files inside a PDF', () => {
  it('are told beside its text', async () => {
    const pdf = await opened();
    await pdf.attach(Buffer.from('原稿'), '原稿.txt', { mimeType: 'text/plain' });
    const source = await read(await pdf.save());
    expect(linesOf(source)).toEqual(lines);
    expect(source.told).toEqual([expect.stringContaining('原稿.txt')]);
  });

  it.each([
    ['a cover', 'For the best experience, open this PDF portfolio in Acrobat X'],
    ['an empty page', ''],
  ])('are named where there is only %s', async (_, cover) => {
    const pdf = await PDFDocument.create();
    const sheet = pdf.addPage([600, 800]);
    if (cover) sheet.drawText(cover, { x: 50, y: 700, size: 12 });
    await pdf.attach(makePdf([page]), '第一版.pdf', { mimeType: 'application/pdf' });
    expect(await refusal(await pdf.save())).toContain('第一版.pdf');
  });
});

it('reads a PDF that is locked by an empty password, and refuses another', async () => {
  const locked = async (userPassword: string) => {
    const pdf = await opened();
    pdf.encrypt({ ownerPassword: 'owner', userPassword });
    return pdf.save();
  };
  expect(linesOf(await read(await locked('')))).toEqual(lines);
  expect(await refusal(await locked('secret'))).toContain('password');
});

it('tells words outside of the page', async () => {
  const source = await read(makePdf([[...page, { x: 700, y: 500, size: 12, text: '页外的话' }]]));
  expect(linesOf(source)).toEqual(lines);
  expect(source.told).toEqual([expect.stringMatching(/^4 characters outside page 1/u)]);
});
