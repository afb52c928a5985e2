/** 章回: the number that opens the title of a chapter: 第一回, 第3章, 卷二, 第四编, Chapter II. */
const number = String.raw`[〇零一二三四五六七八九十百千两兩\d]+`;
const words = 'One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve';
const chapterNumber = new RegExp(
  `^(?:第${number}[回章编編篇卷部集节節讲講]|卷${number}|[上中下]卷|(?:Chapter|Part|Book|Volume) (?:[IVXLC]+|\\d+|${words}))(?=[\\s\\u3000])`,
  'u',
);

/** The chapter number of a title with words after it; undefined for any other title. */
export const chapterNumberOf = (title: string): string | undefined => chapterNumber.exec(title)?.[0];
