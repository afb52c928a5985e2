/**
 * 竖排标点: presentation forms for vertical text, and small forms, with the marks that they present (Unicode's
 * decompositions, but for ︰, which vertical text uses as a colon, and ﹒, a name's dot).
 */
const forms =
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰：︱—︲–︳＿︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］﹐，﹑、﹒·﹔；﹕：﹖？﹗！﹘—﹙（﹚）﹛｛﹜｝﹝〔﹞〕﹟＃﹠＆﹡＊﹢＋﹣－﹪％';

export const plainForms: ReadonlyMap<string, string> = new Map(
  Array.from({ length: forms.length / 2 }, (_, at) => [forms[at * 2]!, forms[at * 2 + 1]!]),
);
