import { addDays, monthOf, r27, type Bilingual, type LocalDay } from '@mtg/governance';
import { listReference } from '@mtg/subgraph-kit';
import { IsNull, LessThanOrEqual, Not } from 'typeorm';
import { LedgerEntry } from '../community-work/ledger/ledger-entry';
import { Community } from '../organization/community';
import { centerLives, type CenterLife } from '../organization/center-lives';
import { allCenters } from '../organization/organization.repository';
import { examined, type Asked, type Examined } from './examined';
import { RuleFinding } from './rule-finding';

/**
 * Looks for entries that were not verified for the days that the street has set, by center and by the month in which the
 * days were full. A street that has set none has no such finding. Findings that are not resolved are looked at as well,
 * however old, so that a verification resolves them.
 */
export async function ledgerAge(asked: Asked): Promise<readonly Examined[]> {
  const { manager, profile, today, sample } = asked;
  if (sample) return [];
  const days = profile.ledger?.notVerifiedForDays;
  const aged = days === undefined ? [] : await entriesUpTo(asked, addDays(today, -days));
  const due = aged.map((entry) => ({
    entry,
    subject: entry.centerCode,
    period: monthOf(addDays(entry.verifiedOn, days ?? 0)),
  }));
  const open = await manager.findBy(RuleFinding, { rule: 'R27', state: Not('RESOLVED'), sample });
  const looked = new Map(
    [...open, ...due].map(({ period, subject }) => [`${period} ${subject}`, { period, subject }]),
  );
  const nameOf = looked.size === 0 ? (code: string) => code : await namesOf(asked);
  const lives = new Map((await centerLives(manager, profile)).map((life) => [life.code, life]));
  return [...looked.values()].map(({ period, subject }) => {
    const own = due.filter((each) => each.period === period && each.subject === subject);
    const dueOn = own
      .map(({ entry }) => addDays(entry.verifiedOn, (days ?? 0) - 1))
      .reduce((first, day) => (day < first ? day : first), addDays(today, -1));
    return examined(asked, {
      rule: 'R27',
      period,
      subject,
      centerCode: subject,
      dueOn,
      counted: [],
      excuse: days === undefined ? NOT_ASKED : closedBy(lives.get(subject), today),
      check: () =>
        r27.check({
          notVerifiedForDays: days ?? 0,
          today,
          center: nameOf(subject),
          entries: own.map(({ entry: { communityCode, kind, text, verifiedOn } }) => ({
            kind,
            text,
            verifiedOn,
            community: nameOf(communityCode),
          })),
        }),
    });
  });
}

const NOT_ASKED = {
  zh: '街道现在没有设定核实台账的期限',
  en: 'The street has set no days within which entries are verified',
};

/** A center that was closed verifies no entries any more. */
const closedBy = (life: CenterLife | undefined, today: LocalDay): Bilingual | undefined =>
  life?.until && life.until < today
    ? {
        zh: `${life.name}已于 ${life.until} 撤销，不再核实台账`,
        en: `${life.name} was closed on ${life.until} and verifies no entries any more`,
      }
    : undefined;

/** Entries in force that were last verified on a day or before. */
const entriesUpTo = ({ manager }: Asked, day: LocalDay): Promise<LedgerEntry[]> =>
  manager.find(LedgerEntry, {
    where: { verifiedOn: LessThanOrEqual(day), amendedAt: IsNull(), sample: false, deletedAt: IsNull() },
    order: { id: 'ASC' },
  });

async function namesOf({ manager, profile }: Asked): Promise<(code: string) => string> {
  const places = [...(await allCenters(manager, profile)), ...(await listReference(manager, Community))];
  const names = new Map(places.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
