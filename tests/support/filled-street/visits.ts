import type { Actor } from '@mtg/access';
import { centerHead, centerStaff } from '../actors';
import type { Selected } from '../commands';
import { EVERYBODY, HERE, THERE } from '../everybody';
import { dayAfter } from '../sequence-street';
import { SECOND, type Scribe } from './scribe';

/** The one of everybody with this name, who then reads what is written here. */
function caller(name: string): Actor {
  const found = EVERYBODY.find((each) => each.name === name)?.actor;
  if (!found) throw new Error(`there is no caller ${name}`);
  return found;
}

export async function visits(scribe: Scribe, assignments: readonly Selected[]): Promise<void> {
  const staff = [caller('CENTER_STAFF here'), caller('CENTER_STAFF of another center')] as const;
  const colleague = centerStaff(HERE.street, HERE.center, 'colleague');
  const day = dayAfter(scribe.street.now(), 0);
  for (const who of [...staff, colleague, centerHead(HERE.street, THERE.center)]) {
    for (const { community } of [HERE, SECOND]) {
      const visit = { centerCode: who.center, communityCode: community, day, form: 'CALL' };
      const plan = { ...visit, people: who.subject, communityCodes: community, route: '南', actions: '看' };
      const planned = await scribe.do(
        'planVisit',
        plan,
        centerHead(HERE.street, who.center ?? ''),
        'visitPlan { id }',
      );
      const task = assignments.find(
        ({ communityCode, weeklyItem }) =>
          communityCode === community && weeklyItem.centerCode === who.center,
      );
      const record = {
        record: '已走访',
        planId: planned['visitPlan'].id,
        text: '路灯',
        assignmentId: task?.['id'],
      };
      await scribe.do('recordVisit', { ...visit, ...record }, who);
    }
  }
  for (const who of staff) await scribe.do('recordHallVisit', { centerCode: who.center, day }, who);
  const plan = { centerCode: HERE.center, day, people: ['a'], route: '南', actions: '看' };
  const communityCodes = [HERE.community, SECOND.community];
  await scribe.give('planVisit', { ...plan, communityCodes }, centerHead(HERE.street, HERE.center));
}

/** Each community's logs are taken to an item for it. */
export async function followUps({ street }: Scribe): Promise<void> {
  await street.sql(
    `INSERT INTO sentiment_follow_up (created_at, updated_at, sentiment_log_id, weekly_item_id)
     SELECT now(), now(), log.id, (SELECT id FROM weekly_item WHERE log.community_code = ANY (community_codes) LIMIT 1)
     FROM sentiment_log log`,
  );
}

export async function conveyance(scribe: Scribe): Promise<void> {
  const conveyed = { title: '文件', priorities: '要点', conveyedOn: dayAfter(scribe.street.now(), 0) };
  const entry = { kind: 'RESOURCE', text: '服务站一处', source: '走访', verifiedOn: conveyed.conveyedOn };
  for (const { center, community } of [HERE, SECOND]) {
    const head = centerHead(HERE.street, center);
    const where = { centerCode: center, communityCode: community };
    await scribe.do('conveyDocument', { ...where, ...conveyed, issuer: 'CENTRAL' }, head);
    await scribe.do('recordHighlight', { ...where, title: '亮点', content: '好' }, head);
    await scribe.do('recordLedgerEntry', { ...where, ...entry }, head);
  }
}
