import { describe, expect, it } from 'vitest';
import { type Encoding, encodings, textOf } from '../../../src/cli/files/encodings.ts';
import { readFiles } from '../../../src/cli/files/read-files.ts';
import { PlanningError } from '../../../src/kernel/finding.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import { drawFrom } from '../../support/draw.ts';
import { caseFolder, isAbsent } from '../../cases/cases.ts';
import { beatplan, folderOf } from '../beatplan.ts';

/** Names of customers by the zone where they are, and the encodings that can hold them. */
const places: Readonly<Record<string, { readonly names: readonly string[]; readonly own: readonly Encoding[] }>> = {
  'Europe/London': { names: ['Café Nero', 'O’Brien & Sons', 'Müller’s “Bakery”', 'Tea – 5 £', 'Crème de la Crème'], own: ['windows-1252'] },
  'Europe/Berlin': {
    names: ['Bäckerei Müller', 'Große Straße', 'Ölmühle', 'Café Größenwahn', 'TÜV SÜD'],
    own: ['windows-1252', 'iso-8859-15'],
  },
  'Europe/Paris': { names: ['Café à l’Étoile', 'Épicerie “Chez Zoë”', 'L’Œuf', 'Garçon', 'Naïveté'], own: ['windows-1252'] },
  'America/Sao_Paulo': { names: ['Pão de Açúcar', 'São João', 'Irmãos Conceição', '1º Andar', 'Viação'], own: ['windows-1252'] },
  'Europe/Warsaw': { names: ['Łódź', 'Piekarnia Źródło', 'Żabka', 'Świętokrzyska', 'Łukasz'], own: ['windows-1250', 'iso-8859-2'] },
  'Europe/Moscow': { names: ['Продукты', 'Магазин на углу', 'Хлеб', 'Аптека', 'Цветы'], own: ['windows-1251', 'koi8-r'] },
  'Europe/Istanbul': { names: ['Yıldız', 'Şişli Çarşı', 'Güneş', 'Eczacıbaşı', 'İğne'], own: ['windows-1254'] },
  'Asia/Shanghai': { names: ['街角便利店', '桥头超市', '河畔烟酒', '新华书店', '老王茶叶'], own: ['gb18030', 'big5'] },
  'Asia/Tokyo': { names: ['喫茶店さくら', 'コンビニ', '田中商店', '本屋', 'パン屋'], own: ['shift_jis', 'euc-jp'] },
  'Asia/Seoul': { names: ['서울 빵집', '편의점', '약국', '꽃집', '서점'], own: ['euc-kr'] },
};

/** Bytes of a text in an encoding; null where it cannot hold the text. Node itself encodes only Unicode. */
function encoded(text: string, encoding: string): Uint8Array | null {
  const bytes = bytesByCharacter(encoding);
  const all = Array.from(text, (character) => (character < '\u0080' ? Uint8Array.of(character.charCodeAt(0)) : bytes.get(character)));
  return all.some((one) => one === undefined) ? null : Uint8Array.from(all.flatMap((one) => [...(one ?? [])]));
}

const tables = new Map<string, ReadonlyMap<string, Uint8Array>>();

/** What each character is in an encoding of one or two bytes, found by decoding all of them. */
function bytesByCharacter(encoding: string): ReadonlyMap<string, Uint8Array> {
  const made = tables.get(encoding);
  if (made !== undefined) return made;
  const table = new Map<string, Uint8Array>();
  const decoder = new TextDecoder(encoding);
  for (let first = 0x80; first < 0x100; first++) {
    const single = decoder.decode(Uint8Array.of(first));
    if (single !== '\ufffd' && Array.from(single).length === 1 && !table.has(single)) table.set(single, Uint8Array.of(first));
    for (let second = 0x30; second < 0x100; second++) {
      const pair = Array.from(decoder.decode(Uint8Array.of(first, second)));
      if (pair.length === 1 && pair[0] !== '\ufffd' && !table.has(pair[0] ?? '')) table.set(pair[0] ?? '', Uint8Array.of(first, second));
    }
  }
  tables.set(encoding, table);
  return table;
}

const csv = (names: readonly string[]) => ['id,name,lat,lng,tier', ...names.map((name, i) => `c${i},${name},51.46,-0.97,A`)].join('\n');

describe('a text in an encoding that it does not name', () => {
  it.each(Object.entries(places))('is read with its own letters or is a question: %s', (zone, { names }) => {
    for (let seed = 1; seed <= 40; seed++) {
      const draw = drawFrom(createRandom(seed));
      const text = csv(names.filter(() => draw.chance(0.6)));
      for (const encoding of encodings) {
        const bytes = encoded(text, encoding);
        // Chinese letters that Japanese has, too, in a Japanese encoding: nobody saves them so in China.
        if (zone === 'Asia/Shanghai' && encoding === 'euc-jp') continue;
        if (bytes === null || !bytes.some((byte) => byte >= 0x80)) continue;
        const read = textOf(bytes, { zone, encoding: null });
        expect({ encoding, read }).toEqual({ encoding, read: expect.toBeOneOf([null, text]) });
        expect(textOf(bytes, { zone, encoding })).toBe(text);
      }
    }
  });

  it.each([
    ['Europe/Berlin', 'windows-1252'],
    ['Europe/London', 'windows-1252'],
    ['Europe/Paris', 'windows-1252'],
    ['America/Sao_Paulo', 'windows-1252'],
    ['Asia/Shanghai', 'gb18030'],
  ])('is read without a question in %s where it is %s', (zone, encoding) => {
    const text = csv(places[zone]?.names ?? []);
    expect(textOf(encoded(text, encoding) ?? new Uint8Array(), { zone, encoding: null })).toBe(text);
  });

  it('is never Chinese outside China, nor Western in China', () => {
    const [chinese, western] = [csv(places['Asia/Shanghai']?.names ?? []), csv(places['Europe/Berlin']?.names ?? [])];
    expect(textOf(encoded(chinese, 'gb18030') ?? new Uint8Array(), { zone: 'Europe/London', encoding: null })).toBeNull();
    expect(textOf(encoded(western, 'windows-1252') ?? new Uint8Array(), { zone: 'Asia/Shanghai', encoding: null })).toBeNull();
  });
});

describe('a territory', () => {
  const facts = JSON.stringify({ id: 'made-up', timeZone: 'Europe/Berlin', coordinates: 'wgs84', policy: 'check-in' });
  const reps = 'id,name,start_lat,start_lng,vehicles,shifts\nR1,Jörg,51.45,-0.97,car,Mo-Fr 08:30-17:30\n';
  const customers = csv(places['Europe/Berlin']?.names ?? []);

  it('has the same texts in any mix of encodings, or a finding', async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { one } = drawFrom(createRandom(seed));
      const written = (text: string): string | Uint8Array => {
        const form = one<string>('utf-8', 'mark', 'utf-16', ...encodings);
        if (form === 'utf-8') return text;
        if (form === 'mark') return `\ufeff${text}`;
        if (form === 'utf-16') return Buffer.from(`\ufeff${text}`, 'utf16le');
        return encoded(text, form) ?? text;
      };
      const folder = await folderOf(
        new Map([
          ['territory.json', written(facts)],
          ['customers.csv', written(customers)],
          ['reps.csv', written(reps)],
        ]),
      );
      const read = await readFiles(folder).catch((error: unknown) => error);
      if (read instanceof PlanningError) expect(read.findings.map(({ code }) => code)).toContain('ENCODING_UNKNOWN');
      else {
        const { files } = read as Awaited<ReturnType<typeof readFiles>>;
        const plain = (name: string) => files.get(name)?.replace('\ufeff', '');
        expect([plain('customers.csv'), plain('reps.csv')]).toEqual([customers, reps]);
      }
    }
  });

  it.skipIf(isAbsent('western-letters'))('in London has no Chinese letters', async () => {
    const week = ['--from', '2027-01-11', '--days', '7', '--work', '500'];
    const { code, stdout } = await beatplan(['plan', caseFolder('western-letters'), ...week]);
    expect(code).toBe(0);
    expect(stdout).toContain('Bäckerei Müller');
    expect(stdout).toContain('Große Straße');
  });

  it('is read in the encoding that --encoding names, and one that does not exist is a finding', async () => {
    const polish = csv(places['Europe/Warsaw']?.names ?? []);
    const folder = await folderOf(
      new Map<string, string | Uint8Array>([
        ['territory.json', facts.replace('Berlin', 'Warsaw')],
        ['customers.csv', encoded(polish, 'windows-1250') ?? ''],
        ['reps.csv', reps],
      ]),
    );
    expect((await beatplan(['validate', folder])).stderr).toMatch(
      /customers\.csv: The encoding of this text is not clear\. .*--encoding windows-1252/,
    );
    expect(await beatplan(['validate', folder, '--encoding', 'windows-1250'])).toMatchObject({ code: 0 });
    expect((await beatplan(['validate', folder, '--encoding', 'windows1250'])).stderr).toContain('Did you mean "windows-1250"?');
  });
});
