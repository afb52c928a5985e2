/** A paragraph of a county paper, set 18 em wide; each line ends in mid-sentence but the last of its sentences. */
export const countyLines = [
  '当清晨的第一缕阳光洒向大地，来自',
  '全县各条战线的代表们满怀信心，迈着坚',
  '定的步伐走进会场，共商发展大计。',
  '会议认真回顾了过去一年的工作，指',
  '出全县经济稳中有进，农业增产、工业增',
  '效、农民增收，各项主要指标好于预期，',
];
