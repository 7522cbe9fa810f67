import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { windowsByDay } from '../../../src/rules/obligation/windows-by-day.ts';
import { aScene, between, monday } from '../../support/builders.ts';

const saturday = addDays(monday, 5);

describe('windowsByDay', () => {
  it('has the windows of days on which a rep works, and none of free days', () => {
    const scene = aScene({ horizon: { first: addDays(monday, 3), last: saturday } });
    // Thursday is closed, Friday free, Saturday off.
    const windows = windowsByDay(scene, (_series, day) =>
      day === addDays(monday, 4) ? null : day === saturday ? [between('08:00', '09:00')] : [],
    );
    expect(windows).toEqual(new Map([[scene.series[0], new Map([[addDays(monday, 3), []]])]]));
  });
});
