import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import type { Values } from './values';

/** A year of its own for each plan: a center has one for a time. */
let year = 3000;

/** A plan of this place's center, in this state. */
function plan(stage: DispatchStage, state: string, aim: Place): Promise<string> {
  year += 1;
  const at = stage.clock.now();
  return stage.add('plan', {
    center_code: aim.center,
    kind: 'YEAR',
    period: String(year),
    year,
    state,
    ...(state !== 'DRAFT' && { submitted_at: at, submitted_by: 'head' }),
    ...(state === 'ADOPTED' && { adopted_on: '2026-03-09', adopted_at: at }),
  });
}

/** Target of a command about plans. */
export async function plans(
  stage: DispatchStage,
  command: string,
  state: string,
  aim: Place,
): Promise<Values> {
  const items = [
    { kind: 'KEY_POINT', content: '随访' },
    { kind: 'INNOVATION', content: '进楼门' },
  ];
  if (command === 'draftPlan') {
    year += 1;
    return { items, period: String(year) };
  }
  return { items, planId: await plan(stage, state, aim) };
}
