import { addDays, amendedEntry, enteredIntoLedger, LedgerKind, type LocalDay } from '@mtg/governance';
import { at } from '../calendar';
import { actorFor, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';

const KINDS = Object.values(LedgerKind);

/** A center enters a community's figures into its ledger once a week, and corrects one in four the day after (R27). */
export function keepLedger(story: Story, monday: LocalDay): void {
  const day = addDays(monday, 2);
  const nextDay = addDays(day, 1);
  if (!story.isPast(at(nextDay, 17))) return;
  const { code: centerCode, communities } = story.random.pick(story.centers);
  const place = {
    centerCode,
    communityCode: story.random.pick(communities),
    kind: story.random.pick(KINDS),
  };
  const actor = actorFor('CENTER', centerCode);
  const enteredAt = at(day, 17);
  const draft = {
    text: titled('社区服务资源情况'),
    count: story.random.whole(1, 40),
    source: '社区走访核实',
    verifiedOn: day,
  };
  const entry = enteredIntoLedger(actOf(actor, enteredAt), draft);
  const first = { ...entry, ...place, previousId: null, reason: null };
  if (!story.random.chance(0.25)) {
    story.add('LedgerEntry', enteredAt, first);
    return;
  }
  const amendedAt = at(nextDay, 17);
  const { entered, amended } = amendedEntry(actOf(actor, amendedAt), entry, {
    ...draft,
    count: draft.count + 1,
    verifiedOn: nextDay,
  });
  const previousId = story.add(
    'LedgerEntry',
    enteredAt,
    { ...first, ...amended },
    { updatedAt: amendedAt, version: 2 },
  );
  story.add('LedgerEntry', amendedAt, { ...entered, ...place, previousId, reason: '漏计一处' });
}
