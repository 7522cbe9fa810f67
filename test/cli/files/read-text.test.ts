import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/cli/files/read-text.ts';

const at = { file: 'customers.csv' };

describe('decode', () => {
  it('reads UTF-8 and keeps its mark for whoever reads the table', () => {
    expect(decode(new TextEncoder().encode('\uFEFF客户'), at)).toBe('\uFEFF客户');
  });

  it('reads what Chinese spreadsheets write', () => {
    // 客户 in GB 18030.
    expect(decode(Uint8Array.of(0xbf, 0xcd, 0xbb, 0xa7), at)).toBe('客户');
  });

  it('reads UTF-16 by its mark, either byte first', () => {
    expect(decode(Uint8Array.of(0xff, 0xfe, 0xa2, 0x5b, 0x37, 0x62), at)).toBe('客户');
    expect(decode(Uint8Array.of(0xfe, 0xff, 0x5b, 0xa2, 0x62, 0x37), at)).toBe('客户');
  });

  it('tells what is no text, and text in letters that it does not know', () => {
    // The first bytes of a PNG; then bytes that GB 18030 has no letter for.
    expect(decode(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), at)).toMatchObject({ code: 'FILE_BINARY' });
    expect(decode(Uint8Array.of(0x41, 0xff, 0xff, 0x41), at)).toMatchObject({ code: 'ENCODING_UNKNOWN' });
  });
});
