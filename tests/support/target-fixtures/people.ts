import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import { serial } from './serial';
import type { Values } from './values';

const SINCE = '2026-03-01';

/** Target of a command about people: a person, and a post or a leave of one. */
export async function people(stage: DispatchStage, command: string, aim: Place): Promise<Values> {
  if (command === 'registerPerson') return { name: '赵一', subject: `zhao-${serial()}`, since: SINCE };
  if (!/Post$|Leave$|^handOver$/u.test(command)) return {};
  const personId = await stage.add('person', { name: '赵一', subject: `zhao-${serial()}`, since: SINCE });
  if (command === 'recordLeave')
    return { personId, kind: 'ANNUAL', since: '2026-03-09', until: '2026-03-09' };
  const leave = { person_id: personId, kind: 'ANNUAL', since: SINCE, until: SINCE };
  if (command === 'cancelLeave') return { leaveId: await stage.add('leave', leave) };
  const kind = 'STAFF';
  if (command === 'appointToPost') return { personId, kind, since: '2026-03-09' };
  const other = await stage.add('person', { name: '钱二', subject: `qian-${serial()}`, since: SINCE });
  if (command === 'handOver') {
    for (const person_id of [personId, other]) {
      // One after another: each takes a connection of its own.
      // oxlint-disable-next-line no-await-in-loop
      await stage.add('post_holding', { person_id, kind, center_code: aim.center, since: SINCE });
    }
    return { fromPersonId: personId, toPersonId: other };
  }
  const held = { person_id: other, kind, since: SINCE };
  const postHoldingId = await stage.add('post_holding', held);
  return { personId, postHoldingId, since: '2026-03-09', until: '2026-03-09' };
}
