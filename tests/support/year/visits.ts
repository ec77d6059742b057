import { addDays, type LocalDay } from '@mtg/governance';
import { centerStaff } from '../actors';
import { CENTERS, headOf } from './meetings';
import type { Routine } from './routine';
import { COMMUNITY, STREET, type YearStage } from './stage';

/**
 * A week in which the staff of every center are in the community on three days, as planned (R24), beginning on a Monday.
 *
 * @returns id of the last sentiment log
 */
export async function visitWeek(stage: YearStage, routine: Routine, monday: LocalDay): Promise<string> {
  await routine.through(monday);
  const days = [0, 1, 3].map((after) => addDays(monday, after));
  const plans = new Map<string, string>();
  for (const centerCode of CENTERS) {
    const staff = [centerStaff(STREET, centerCode).subject];
    const how = { people: staff, communityCodes: [COMMUNITY], route: '东区', actions: '走访' };
    for (const day of days) {
      const plan = await stage.make(
        'visitPlan',
        'planVisit',
        { centerCode, day, ...how },
        headOf(centerCode),
      );
      plans.set(`${centerCode} ${day}`, plan);
    }
  }
  let log = '';
  for (const day of days) {
    await routine.through(day);
    for (const centerCode of CENTERS) {
      const what = { form: 'CALL', record: '走访三户', sentimentLogs: [{ text: '楼前停车难' }] };
      const input = {
        centerCode,
        communityCode: COMMUNITY,
        day,
        planId: plans.get(`${centerCode} ${day}`),
        ...what,
      };
      const made = await stage.street(
        'recordVisit',
        input,
        centerStaff(STREET, centerCode),
        'sentimentLogs { id }',
      );
      log = String(made['sentimentLogs'][0].id);
    }
  }
  return log;
}
