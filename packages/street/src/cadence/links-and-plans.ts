import { r17, r18, r29, type Period } from '@mtg/governance';
import { In, IsNull } from 'typeorm';
import { allCenters } from '../organization/organization.repository';
import { namedCenter } from '../organization/named-center';
import { Consultation } from '../planning/consultations/consultation';
import { DepartmentLink } from '../planning/consultations/department-link';
import { Plan } from '../planning/plans/plan';
import { OrganizationLink } from '../services/organizations/organization-link';
import type { Asked, Examined } from './examined';

/** The plans of each center that are due: for a year from April on, for a month from its second day on. */
export async function plans(
  { manager, profile, today }: Asked,
  periods: readonly Period[],
): Promise<readonly Examined[]> {
  const adopted = await manager.find(Plan, {
    select: { centerCode: true, period: true },
    where: { period: In([...periods]), state: 'ADOPTED', sample: false, deletedAt: IsNull() },
  });
  const centers = await allCenters(manager, profile);
  return periods.flatMap((period) =>
    centers.map(({ code, name }) => ({
      rule: 'R17' as const,
      period,
      subject: code,
      violations: r17.check({
        planFor: period,
        today,
        center: name,
        adoptedPlans: adopted.filter(({ centerCode }) => centerCode === code),
      }),
    })),
  );
}

/** The consultations that each link of a center with a department asks for in a month. */
export async function consultations(
  { manager, profile, today, ofDistrict }: Asked,
  months: readonly Period[],
): Promise<readonly Examined[]> {
  const links = await manager.findBy(DepartmentLink, { sample: false, deletedAt: IsNull() });
  const held = await manager.find(Consultation, {
    select: { linkId: true, consultedOn: true },
    where: { month: In([...months]), sample: false, deletedAt: IsNull() },
  });
  const centers = await allCenters(manager, profile);
  const nameOf = (code: string) =>
    namedCenter(centers.find((center) => center.code === code) ?? { code, name: code }).name;
  const departmentName = (code: string) => {
    const name = ofDistrict.departmentNames.get(code) ?? code;
    return { zh: name, en: name };
  };
  const pairOf = (link: DepartmentLink): string => `${link.centerCode}/${link.departmentCode}`;
  const subjects = [...new Set(links.map(pairOf))];
  // A link that has ended and one that followed it are the same two, and so one subject.
  return months.flatMap((month) =>
    subjects.map((subject) => ({
      rule: 'R18' as const,
      period: month,
      subject,
      violations: links
        .filter((link) => pairOf(link) === subject)
        .flatMap(({ id, centerCode, departmentCode, since, until }) =>
          r18.check({
            month,
            today,
            center: nameOf(centerCode),
            department: departmentName(departmentCode),
            since,
            until,
            consultations: held.filter(({ linkId }) => linkId === id),
          }),
        ),
    })),
  );
}

/** The organizations that each center is linked to in a month. */
export async function organizationLinks(
  { manager, profile, today }: Asked,
  months: readonly Period[],
): Promise<readonly Examined[]> {
  const links = await manager.find(OrganizationLink, {
    select: { centerCode: true, since: true, until: true },
    where: { sample: false, deletedAt: IsNull() },
  });
  const centers = await allCenters(manager, profile);
  return months.flatMap((month) =>
    centers.map(({ code, name }) => ({
      rule: 'R29' as const,
      period: month,
      subject: code,
      violations: r29.check({
        month,
        today,
        center: name,
        links: links.filter(({ centerCode }) => centerCode === code),
      }),
    })),
  );
}
