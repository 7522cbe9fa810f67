import { describe, expect, it } from 'vitest';
import { readTerritory } from '../../../src/contract/territory/read-territory.ts';
import { documentSource } from '../../../src/contract/reading/source.ts';
import { formatFinding } from '../../../src/kernel/finding.ts';
import { findingsIn } from '../../support/findings.ts';
import { filesWith, territoryJson } from '../territory-files.ts';

const customers = 'id,lat,lng,tier\nc1,31.21,121.4,A\nc2,31.22,121.4,A\nc3,31.22,121.4,A\n';
const here = { lat: 31.2, lng: 121.4 };
const there = { lat: 31.21, lng: 121.4 };
const beyond = { lat: 31.22, lng: 121.4 };

const withRows = (...rows: readonly string[]) =>
  filesWith({ 'customers.csv': customers, 'travel/walk.csv': ['from,to,seconds,metres', ...rows].join('\n') });
const tripsOf = (...rows: readonly string[]) => readTerritory(withRows(...rows)).trips;
const findingsOf = (...rows: readonly string[]) => findingsIn(() => readTerritory(withRows(...rows))).map(formatFinding);

const withMatrix = (travel: unknown) => filesWith({ 'customers.csv': customers, ...territoryJson({ travel }) });

describe('travel/<mode>.csv', () => {
  it('gives seconds and metres by mode, to and from customers and the places where days start and end', () => {
    expect(tripsOf('start:r1,c1,600.4,1200', 'c1,end:r1,540,1100')).toEqual([
      { mode: 'walk', from: here, to: there, travel: { seconds: 600, metres: 1200 } },
      { mode: 'walk', from: there, to: here, travel: { seconds: 540, metres: 1100 } },
    ]);
  });

  it('tells no time from a trip that cannot be made', () => {
    expect(tripsOf('c1,c2,unreachable,', 'c2,c1,0,0')).toEqual([
      { mode: 'walk', from: there, to: beyond, travel: null },
      { mode: 'walk', from: beyond, to: there, travel: { seconds: 0, metres: 0 } },
    ]);
  });

  it('reads the same headings and words in Chinese', () => {
    const files = filesWith({ 'customers.csv': customers, 'travel/walk.csv': '起点,终点,用时（秒）,距离（米）\nc1,c2,不可达,\n' });
    expect(readTerritory(files).trips).toEqual([{ mode: 'walk', from: there, to: beyond, travel: null }]);
  });

  it('converts places like all others', () => {
    const rows = 'from,to,seconds,metres\nc1,c2,60,80\n';
    const { customers: all, trips } = readTerritory(filesWith({ 'customers.csv': customers, 'travel/walk.csv': rows }), {
      coordinates: 'gcj02',
    });
    expect(trips).toMatchObject([{ from: all[0]?.location, to: all[1]?.location }]);
  });

  it('accepts what is repeated for another customer at the same place, and the way within a place', () => {
    expect(tripsOf('c1,c2,60,80', 'c1,c3,60,80', 'c2,c3,0,0')).toHaveLength(1);
  });

  it('finds each thing that is wrong, with its row, value and what to do', () => {
    expect(
      findingsOf(
        'c1,c4,60,80',
        'c1,c2,-60,80',
        'c1,c2,soon,80',
        'c1,c2,,80',
        'c1,c2,60,',
        'c2,c1,60,80',
        'c2,c1,60,80',
        'c3,c1,61,80',
        'c1,c1,9,9',
      ),
    ).toEqual([
      'travel/walk.csv:2 to: There is no such place of the territory (c4). Use one of: start:r1, end:r1, c1, c2, c3.',
      'travel/walk.csv:3 seconds: This must be at least 0 (-60). Check the number and its unit.',
      'travel/walk.csv:4 seconds: This is not a number (soon). Write digits, with a point before decimals and without a unit.',
      'travel/walk.csv:5 seconds: A value is missing here. Give a number.',
      'travel/walk.csv:6 metres: A value is missing here. Give a number of metres.',
      'travel/walk.csv:8 to: The travel between these places is already given by travel/walk.csv:7 to (c1). Keep one of the two.',
      'travel/walk.csv:9 to: The travel between these places is already given by travel/walk.csv:7 to (c1). Keep one of the two.',
      'travel/walk.csv:10 to: This is the place where the trip starts (c1). Delete the row, write 0, or correct the coordinates of one of the places.',
    ]);
  });

  it('finds a column that is missing, and a mode that does not exist', () => {
    const files = filesWith({ 'travel/walk.csv': 'from,to,seconds\n', 'travel/plane.csv': 'from,to,seconds,metres\n' });
    expect(findingsIn(() => readTerritory(files)).map(({ code, at }) => [code, at.file])).toEqual([
      ['COLUMN_MISSING', 'travel/walk.csv'],
      ['MODE_UNKNOWN', 'travel/plane.csv'],
    ]);
  });
});

describe('travel in the document of a territory', () => {
  const matrix = {
    mode: 'walk',
    places: ['start:r1', 'c1'],
    seconds: [
      [0, 600],
      ['unreachable', 0],
    ],
    metres: [
      [0, 1200],
      [null, 0],
    ],
  };

  it('is read from matrices; null is not given', () => {
    const half = { ...matrix, mode: 'e-bike', seconds: [[null, 300], [null, null]], metres: [[null, 1500], [null, null]] }; // prettier-ignore
    expect(readTerritory(withMatrix([matrix, half])).trips).toEqual([
      { mode: 'walk', from: here, to: there, travel: { seconds: 600, metres: 1200 } },
      { mode: 'walk', from: there, to: here, travel: null },
      { mode: 'e-bike', from: here, to: there, travel: { seconds: 300, metres: 1500 } },
    ]);
  });

  it.each([
    [{ ...matrix, mode: 'plane' }, 'territory.json /travel/0/mode: There is no such mode of transport (plane).'],
    [{ ...matrix, places: 'c1' }, 'territory.json /travel/0/places: This should be a list'],
    [{ ...matrix, places: ['start:r1', 'c9'] }, 'territory.json /travel/0/places/1: There is no such place of the territory (c9).'],
    [{ ...matrix, seconds: [[0, 1]] }, 'territory.json /travel/0/seconds: This does not have one entry for each of the 2 places.'],
    [{ ...matrix, metres: [[0, 1], [2]] }, 'territory.json /travel/0/metres/1: This does not have one entry for each of the 2 places.'],
    [{ ...matrix, seconds: [[0, -1], [2, 0]] }, 'territory.json /travel/0/seconds/0/1: This must be at least 0 (-1).'], // prettier-ignore
    [{ ...matrix, seconds: [[0, '7'], [2, 0]] }, 'territory.json /travel/0/seconds/0/1: This is not a number (7).'], // prettier-ignore
    [{ ...matrix, unit: 's' }, 'territory.json /travel/0/unit: There is no such field (unit).'],
    ['walk', 'territory.json /travel/0: '],
    [7, 'territory.json /travel/0: '],
  ])('finds what is wrong with its place: %j', (wrong, text) => {
    expect(findingsIn(() => readTerritory(withMatrix([wrong]))).map(formatFinding)).toContainEqual(expect.stringContaining(text));
  });

  it('is a list', () => {
    const source = documentSource('request', { travel: {} });
    expect(findingsIn(() => readTerritory(new Map(), { document: source })).map(formatFinding)).toContainEqual(
      expect.stringContaining('request /travel: '),
    );
  });
});
