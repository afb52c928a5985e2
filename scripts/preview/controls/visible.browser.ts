/** Makes white space visible, which a person must see to judge an edit. */
export const visible = (text: string) =>
  text
    .replace(/\r?\n/g, '↵')
    .replace(/[ \u00a0]/g, '␣')
    .replace(/\u3000/g, '□');
