/**
 * Private-use code points of GBK and GB 18030-2000 with the characters that they stood for before Unicode had them:
 * vertical marks, 龴 and others. Old fonts by Founder and Microsoft still use them.
 *
 * From: GB 18030-2005, appendix E, and GB 18030-2022.
 */
const characters: Readonly<Record<number, number>> = {
  59277: 0xfe10,
  59278: 0xfe12,
  59279: 0xfe11,
  59280: 0xfe13,
  59281: 0xfe14,
  59282: 0xfe15,
  59283: 0xfe16,
  59284: 0xfe17,
  59285: 0xfe18,
  59286: 0xfe19,
  59335: 0x1e3f,
  59336: 0x01f9,
  59413: 0x2e81,
  59414: 0x20087,
  59415: 0x20089,
  59416: 0x200cc,
  59422: 0x9fb4,
  59430: 0x9fb5,
  59435: 0x9fb6,
  59436: 0x9fb7,
  59441: 0x215d7,
  59442: 0x9fb8,
  59451: 0x2298f,
  59459: 0x9fb9,
  59476: 0x9fba,
  59477: 0x241fe,
  59492: 0x9fbb,
};

/** The character that a private-use code point of GBK stands for; any other code point unchanged. */
export const publicCode = (code: number): number => characters[code] ?? code;
