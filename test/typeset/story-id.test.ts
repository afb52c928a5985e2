import { describe, expect, it } from 'vitest';
import { storyId } from '../../scripts/typeset/parts/story-id.js';

describe('the DOM id of a story', () => {
  it('is the name of its file, if that is plain', () => {
    expect(storyId('s1', '01')).toBe('s1-01');
    expect(storyId('s1', '2025-03-01_a')).toBe('s1-2025-03-01_a');
  });

  it('has no blank or Chinese character, is short, and is another one for another name', () => {
    const names = [
      '第 四',
      '第四',
      '01 副本',
      '01 副本 2',
      'a:b',
      '关于进一步加强农村精神文明建设的意见'.repeat(6),
    ];
    const ids = names.map((name) => storyId('s1', name));
    expect(new Set(ids).size).toBe(names.length);
    for (const id of ids) expect(id).toMatch(/^[\w-]{4,40}$/);
  });
});
