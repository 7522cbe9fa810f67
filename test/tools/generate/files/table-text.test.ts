import { describe, expect, it } from 'vitest';
import { tableText } from '../../../../tools/generate/files/table-text.ts';

describe('tableText', () => {
  it('leaves columns without a value out, but for those that always stand there', () => {
    const columns = [
      { heading: 'id', cell: () => 'c1' },
      { heading: 'tags', cell: () => '', always: true },
      { heading: 'companion', cell: () => '' },
    ];
    expect(tableText(columns, [{}])).toBe('id,tags\nc1,\n');
  });

  it('quotes commas and quotes', () => {
    expect(tableText([{ heading: 'name', cell: (name: string) => name }], ['a,b', 'say "x"'])).toBe('name\n"a,b"\n"say ""x"""\n');
  });
});
