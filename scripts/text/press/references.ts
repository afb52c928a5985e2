/** 文献类型标识 of GB/T 7714—2015: [M], [J], [EB/OL]. */
const type = /[[［](?:[MCNJDRSPZA]|G|EB|DB|CP|CM|DS)(?:\/(?:OL|CD|MT|DK))?[\]］]/u;
const number = /^[ \u3000]*(?:[[［]\d{1,3}[\]］]|\d{1,3}[.．])/u;

/** 参考文献: true for an entry of a list of references, whose marks and blanks are half-width by their standard. */
export const isReferenceEntry = (text: string) => text.length <= 600 && number.test(text) && type.test(text);
