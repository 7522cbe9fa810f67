import { filesWith } from '../contract/territory-files.ts';

/** A territory of one rep on foot and three customers, with some of the travel between them given. */
export const givenTravel = (changes: Readonly<Record<string, unknown>> = {}): ReadonlyMap<string, string> =>
  filesWith({
    'customers.csv': 'id,lat,lng,tier\nc1,31.201,121.4,A\nc2,31.202,121.4,A\nc3,31.203,121.4,A\n',
    'reps.csv': 'id,start_lat,start_lng,modes,shifts\nr1,31.2,121.4,walk,Mo-Fr 08:00-17:30\n',
    // There and back only by c1, and from c1 only to c2; c3 is left to estimates, except that nothing leads there from the start.
    'travel/walk.csv': [
      'from,to,seconds,metres',
      'start:r1,c1,1111,900',
      'c1,c2,222,200',
      'c2,c1,223,201',
      'start:r1,c2,unreachable,',
      'start:r1,c3,unreachable,',
    ].join('\n'),
    ...changes,
  });
