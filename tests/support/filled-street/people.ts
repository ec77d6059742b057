import { centerHead } from '../actors';
import { HERE } from '../everybody';
import { dayAfter } from '../sequence-street';
import type { Scribe } from './scribe';

/** A director and a deputy who acts for the director on leave. */
export async function register(scribe: Scribe): Promise<void> {
  const { clerk, dispatcher } = scribe.people;
  const since = dayAfter(scribe.street.now(), 0);
  const person = async (name: string, subject: string): Promise<string> =>
    (await scribe.give('registerPerson', { name, subject, since }, clerk, 'person { id }'))['person'].id;
  const director = await person('王主任', centerHead(HERE.street, HERE.center).subject);
  const deputy = await person('李副主任', 'deputy');
  const post = { kind: 'DIRECTOR', centerCode: HERE.center, since };
  const selection = 'postHolding { id version }';
  const { postHolding } = await scribe.give(
    'appointToPost',
    { ...post, personId: director },
    clerk,
    selection,
  );
  const acting = { personId: deputy, postHoldingId: postHolding.id, since };
  const { postHolding: wrong } = await scribe.give('actInPost', acting, clerk, selection);
  const cancel = { postHoldingId: wrong.id, expectedVersion: wrong.version, reason: '记错' };
  await scribe.give('cancelPost', cancel, clerk);
  await scribe.give('actInPost', acting, clerk);
  await scribe.give('appointToPost', { personId: deputy, kind: 'STAFF', since }, clerk);
  const day = dayAfter(scribe.street.now(), 3);
  const plan = { centerCode: HERE.center, communityCodes: [HERE.community], route: '南', actions: '看' };
  const subject = centerHead(HERE.street, HERE.center).subject;
  await scribe.give('planVisit', { ...plan, day, people: [subject] }, centerHead(HERE.street, HERE.center));
  const sides = { centerCode: HERE.center, fromPersonId: director, toPersonId: deputy };
  await scribe.give('handOver', sides, dispatcher);
  const leave = { personId: director, kind: 'ANNUAL', since, until: since };
  await scribe.give('recordLeave', leave, dispatcher);
}
