import { describe, expect, it } from 'vitest';
import { readTerritory } from '../../../src/contract/territory/read-territory.ts';
import { day } from '../../../src/domain/calendar.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { between } from '../../support/builders.ts';
import { findingsOf, ownPolicy, read, territoryJson } from '../territory-files.ts';

describe('readTerritory', () => {
  it('reads a folder of tables, and fills in what they leave open', () => {
    const territory = read();
    expect(territory).toMatchObject({ id: 'hamlet', name: 'hamlet', timeZone: 'Asia/Shanghai', boundary: null, history: [] });
    expect(territory.customers).toEqual([
      {
        id: 'c1',
        name: 'c1',
        location: { lat: 31.2, lng: 121.4 },
        setting: 'town',
        tier: 'A',
        status: 'retained',
        since: null,
        intent: 'unknown',
        tags: [],
        dwell: null,
        hours: null,
        closedDays: [],
        contacts: [],
        orderWeekday: null,
        companion: null,
        requiredRep: null,
        preferredRep: null,
        area: null,
        line: null,
        allowedModes: null,
        busServed: false,
      },
    ]);
    const shift = between('08:00', '17:30');
    expect(territory.reps).toEqual([
      {
        id: 'r1',
        name: 'r1',
        post: 'rep',
        role: 'rep',
        manager: null,
        start: { lat: 31.2, lng: 121.4 },
        end: { lat: 31.2, lng: 121.4 },
        shifts: { 1: shift, 2: shift, 3: shift, 4: shift, 5: shift, 6: null, 7: null },
        leave: [],
        vehicles: ['e-bike'],
        modes: [],
        valueOfTime: null,
        areas: [],
      },
    ]);
  });

  it('reads every column of customers', () => {
    const [customer] = read({
      'customers.csv': [
        'id,name,lat,lng,setting,tier,status,tags,dwell_minutes,hours,closed_days,required_rep,preferred_rep,area,line,allowed_modes',
        'c1,"Shop, corner",31.2,121.4,country,A,new,vip;cold,7.5,Mo 09:00-12:00,2026-12-08;2026-12-10/2026-12-11,r1,r1,north,3,walk;e-bike',
      ].join('\n'),
    }).customers;
    expect(customer).toMatchObject({
      name: 'Shop, corner',
      setting: 'country',
      status: 'new',
      tags: ['vip', 'cold'],
      dwell: minutes(7.5),
      closedDays: [day('2026-12-08'), day('2026-12-10'), day('2026-12-11')],
      requiredRep: 'r1',
      preferredRep: 'r1',
      area: 'north',
      line: '3',
      allowedModes: ['walk', 'e-bike'],
    });
    expect(customer?.hours?.byWeekday[1]).toEqual([between('09:00', '12:00')]);
  });

  it('reads every column of reps', () => {
    const [rep] = read({
      'reps.csv': [
        'id,name,post,role,start_lat,start_lng,end_lat,end_lng,vehicles,modes,areas,shifts,leave',
        'r1,李伟,account-manager,manager,31.2,121.4,31.3,121.5,e-bike;car,walk,north;south,Sa 09:00-12:00,2026-12-24',
      ].join('\n'),
    }).reps;
    expect(rep).toMatchObject({
      name: '李伟',
      post: 'account-manager',
      role: 'manager',
      end: { lat: 31.3, lng: 121.5 },
      vehicles: ['e-bike', 'car'],
      modes: ['walk'],
      areas: ['north', 'south'],
      leave: [day('2026-12-24')],
    });
    expect(rep?.shifts[6]).toEqual(between('09:00', '12:00'));
    expect(rep?.shifts[1]).toBeNull();
  });

  it('reads history', () => {
    expect(read({ 'history.csv': 'customer,day,kind,rep\nc1,2026-11-30,return,r1\nc1,2026-11-02,,\n' }).history).toEqual([
      { customer: 'c1', day: day('2026-11-30'), kind: 'return', rep: 'r1', contact: null, requests: [], followUp: null },
      { customer: 'c1', day: day('2026-11-02'), kind: 'ordinary', rep: null, contact: null, requests: [], followUp: null },
    ]);
  });

  it('reads a territory in one file of any name', () => {
    const document = {
      id: 'alone',
      name: 'Alone',
      timeZone: 'Europe/Berlin',
      setting: 'country',
      policy: ownPolicy,
      customers: [{ id: 'c1', location: { lat: 48, lng: 11 }, tier: 'A', dwell: 'PT8M', allowedModes: ['walk'] }],
      reps: [{ id: 'r1', start: { lat: 48, lng: 11 }, shifts: 'Mo-Fr 08:00-17:00', modes: ['walk'] }],
      history: [{ customer: 'c1', day: '2026-11-30' }],
    };
    const territory = readTerritory(new Map([['alone.json', JSON.stringify(document)]]));
    expect(territory).toMatchObject({ name: 'Alone', history: [{ customer: 'c1', kind: 'ordinary' }] });
    expect(territory.customers[0]).toMatchObject({ setting: 'country', dwell: minutes(8), allowedModes: ['walk'] });
  });

  it('reads tables with a byte order mark, quotes, Windows line ends and empty rows', () => {
    const table = '\uFEFFid,name,lat,lng,tier\r\nc1,"The ""Mill"", upper",31.2,121.4,A\r\n,,,,\r\n\r\nc2,便民超市,31.3,121.5,A\r\n';
    expect(read({ 'customers.csv': table }).customers.map(({ name }) => name)).toEqual(['The "Mill", upper', '便民超市']);
  });

  it('reads the boundary as rings of locations', () => {
    const ring = [
      [121, 31],
      [122, 31],
      [122, 32],
      [121, 31],
    ];
    expect(read(territoryJson({ boundary: { type: 'Polygon', coordinates: [ring] } })).boundary).toEqual([
      [
        { lat: 31, lng: 121 },
        { lat: 31, lng: 122 },
        { lat: 32, lng: 122 },
        { lat: 31, lng: 121 },
      ],
    ]);
  });

  it('reports all findings together', () => {
    const found = findingsOf({
      ...territoryJson({ timeZone: 'Asia/Shanghia', nmae: 'Hamlet' }),
      'customers.csv': 'id,lat,lng,tier\nc1,31.2,121.4,B\nc1,,121.4,A\n',
      'reps.csv': 'id,start_lat,start_lng,vehicles,shifts\nr1,31.2,121.4,ebkie,Mo-Fr 8 or 17\n',
    });
    expect(found.map(({ at, code }) => `${at.file}:${at.row ?? ''} ${code}`)).toEqual([
      'territory.json: FIELD_UNKNOWN',
      'territory.json: TIME_ZONE_UNKNOWN',
      'customers.csv:2 TIER_UNKNOWN',
      'customers.csv:3 ID_TWICE',
      'customers.csv:3 COORDINATE_MISSING',
      'reps.csv:2 MODE_UNKNOWN',
      'reps.csv:2 HOURS_INVALID',
    ]);
  });
});
