/**
 * Symbol and Wingdings: the private-use code points (U+F000 and the font's own code, or Adobe's corporate area U+F8xx)
 * under which a PDF's text layer gives characters of these fonts. Source: Adobe's and Microsoft's encoding tables of
 * the two fonts; only characters that newspapers and records use, and that mean the same in both.
 */
export const symbolFont: Readonly<Record<string, string>> = {
  '\uf8e7': '——', // arrowhorizex, the extension of an arrow: records use it for the dash
  '\uf0be': '——',
  '\uf0b7': '•',
  '\uf09f': '•',
  '\uf06c': '●',
  '\uf0a7': '■',
  '\uf06e': '■',
  '\uf0a8': '□',
  '\uf06f': '□',
  '\uf071': '□',
  '\uf075': '◆',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf0fb': '✗',
  '\uf0e0': '→',
  '\uf0ae': '→',
  '\uf0df': '←',
  '\uf0ac': '←',
  '\uf0bc': '……',
  '\uf0b0': '°',
  '\uf0b1': '±',
  '\uf0b3': '≥',
  '\uf0a3': '≤',
  '\uf0b4': '×',
  '\uf0b8': '÷',
  '\uf0b9': '≠',
  '\uf0d7': '·',
  '\uf02d': '−',
  '\uf06d': 'μ',
  '\uf8e8': '®',
  '\uf8e9': '©',
  '\uf8ea': '™',
};
