import { daysOf, localDay, planDueOn, r17, r29, type Counted, type Period } from '@mtg/governance';
import { In, IsNull } from 'typeorm';
import { centerLives, isThereIn } from '../organization/center-lives';
import { Plan } from '../planning/plans/plan';
import { OrganizationLink } from '../services/organizations/organization-link';
import { notThrough } from './center-life';
import { examineConsultations } from './consultations';
import { endOf, examined, type Asked, type Examined } from './examined';
import type { Periods } from './periods';

/** Judges the plans of the centers, and their links to departments and organizations (R17, R18, R29). */
export async function examineCenters(asked: Asked, { months, years }: Periods): Promise<readonly Examined[]> {
  return [
    ...(await plans(asked, [...years, ...months])),
    ...(await examineConsultations(asked, months)),
    ...(await organizationLinks(asked, months)),
  ];
}

/** The plans of each center that are due: for a year by the end of March, for a month on its first day. */
async function plans(asked: Asked, periods: readonly Period[]): Promise<readonly Examined[]> {
  const { manager, profile, sample } = asked;
  const adopted = await manager.find(Plan, {
    select: { id: true, centerCode: true, period: true, adoptedOn: true, adoptedAt: true, createdAt: true },
    where: { period: In([...periods]), state: 'ADOPTED', sample, deletedAt: IsNull() },
    order: { id: 'ASC' },
  });
  const centers = await centerLives(manager, profile);
  return periods.flatMap((period) =>
    centers
      .filter((center) => isThereIn(center, period))
      .map((center) => {
        const { code, name } = center;
        return examined(asked, {
          rule: 'R17',
          period,
          subject: code,
          centerCode: code,
          dueOn: planDueOn(period) ?? endOf(period),
          counted: adopted
            .filter((plan) => plan.centerCode === code && plan.period === period)
            .map(({ id, adoptedOn, adoptedAt, createdAt }) => {
              const recordedOn = localDay(adoptedAt ?? createdAt);
              return { id, period, on: adoptedOn ?? recordedOn, recordedOn };
            }),
          excuse: notThrough(center, period),
          check: (adoptedPlans, today) => r17.check({ planFor: period, today, center: name, adoptedPlans }),
        });
      }),
  );
}

/** The organizations that each center is linked to at the end of a month. */
async function organizationLinks(asked: Asked, months: readonly Period[]): Promise<readonly Examined[]> {
  const { manager, profile, sample } = asked;
  const links = await manager.find(OrganizationLink, {
    select: { id: true, centerCode: true, since: true, until: true, createdAt: true },
    where: { sample, deletedAt: IsNull() },
    order: { id: 'ASC' },
  });
  const centers = await centerLives(manager, profile);
  return months.flatMap((month) =>
    centers
      .filter((center) => isThereIn(center, month))
      .map((center) => {
        const { code, name } = center;
        return examined(asked, {
          rule: 'R29',
          period: month,
          subject: code,
          centerCode: code,
          dueOn: endOf(month),
          counted: links
            .filter((link) => link.centerCode === code && standsAtEnd(link, month))
            .map(({ id, since, until, createdAt }): Counted & { since: string; until: string | null } => ({
              id,
              since,
              until,
              on: since,
              recordedOn: localDay(createdAt),
            })),
          excuse: notThrough(center, month),
          check: (standing, today) => r29.check({ month, today, center: name, links: standing }),
        });
      }),
  );
}

const standsAtEnd = ({ since, until }: Pick<OrganizationLink, 'since' | 'until'>, month: Period): boolean => {
  const last = daysOf(month)?.last ?? '';
  return since <= last && (until === null || until >= last);
};
