import { daysOf, isLinkedThrough, localDay, r18, type Month } from '@mtg/governance';
import { In, IsNull } from 'typeorm';
import { namedCenter } from '../organization/named-center';
import { centerLives, isThereIn, type CenterLife } from '../organization/center-lives';
import { Consultation } from '../planning/consultations/consultation';
import { DepartmentLink } from '../planning/consultations/department-link';
import { notThrough } from './center-life';
import { endOf, examined, type Asked, type Examined } from './examined';

/** Judges the consultations that each link of a center with a department asks for in a month (R18). */
export async function examineConsultations(
  asked: Asked,
  months: readonly Month[],
): Promise<readonly Examined[]> {
  const { manager, profile, sample, ofDistrict } = asked;
  const links = await manager.findBy(DepartmentLink, { sample, deletedAt: IsNull() });
  const held = await manager.find(Consultation, {
    select: { id: true, linkId: true, consultedOn: true, createdAt: true },
    where: { month: In([...months]), sample, deletedAt: IsNull() },
    order: { id: 'ASC' },
  });
  const centers = await centerLives(manager, profile);
  const lives = new Map(centers.map((center) => [center.code, center]));
  const nameOf = (code: string) => namedCenter(lives.get(code) ?? { code, name: code }).name;
  const departmentName = (code: string) => {
    const name = ofDistrict.departmentNames.get(code) ?? code;
    return { zh: name, en: name };
  };
  // A link that has ended and one that followed it are the same two, and so one subject.
  const pairOf = (link: DepartmentLink): string => `${link.centerCode}/${link.departmentCode}`;
  const pairs = [...new Set(links.map(pairOf))].map(
    (pair) => [pair, links.filter((link) => pairOf(link) === pair)] as const,
  );
  const ofPairs = months.flatMap((month) =>
    pairs.flatMap(([subject, own]) => {
      const life = lives.get(own[0]?.centerCode ?? '');
      if (life && !isThereIn(life, month)) return [];
      const whole = own.filter((link) => isLinkedThrough(month, link));
      const ids = new Set(whole.map(({ id }) => id));
      return examined(asked, {
        rule: 'R18',
        period: month,
        subject,
        centerCode: own[0]?.centerCode ?? null,
        dueOn: endOf(month),
        counted: held
          .filter(({ linkId, consultedOn }) => ids.has(linkId) && consultedOn.startsWith(month))
          .map(({ id, linkId, consultedOn, createdAt }) => ({
            id,
            linkId,
            consultedOn,
            on: consultedOn,
            recordedOn: localDay(createdAt),
          })),
        excuse:
          whole.length > 0
            ? notThrough(life, month)
            : { zh: '该月没有自始至终联动', en: 'The two were not linked through the whole month' },
        check: (counted, today) =>
          whole.flatMap(({ id, centerCode, departmentCode, since, until }) =>
            r18.check({
              month,
              today,
              center: nameOf(centerCode),
              department: departmentName(departmentCode),
              since,
              until,
              consultations: counted.filter(({ linkId }) => linkId === id),
            }),
          ),
      });
    }),
  );
  return [...ofPairs, ...unlinkedCenters(asked, months, centers, links)];
}

/** Centers without a department in a month have none to consult with, and are not judged (R18). Others are, by their links. */
const unlinkedCenters = (
  asked: Asked,
  months: readonly Month[],
  centers: readonly CenterLife[],
  links: readonly DepartmentLink[],
): readonly Examined[] =>
  months.flatMap((month) =>
    centers
      .filter((center) => isThereIn(center, month))
      .filter(({ code }) => !links.some((link) => link.centerCode === code && isLinkedIn(month, link)))
      .map(({ code }) =>
        examined(asked, {
          rule: 'R18',
          period: month,
          subject: code,
          centerCode: code,
          dueOn: endOf(month),
          counted: [],
          check: () => [],
          excuse: NO_DEPARTMENT,
        }),
      ),
  );

const NO_DEPARTMENT = {
  zh: '该月中心没有联动的职能部门，无从会商。有联动的请登记（linkDepartment）',
  en: 'The center was linked to no department in the month, so that none was to be consulted. Record a link where there is one (linkDepartment)',
};
/** True if a link was in force on some day of a month. */
const isLinkedIn = (month: Month, { since, until }: DepartmentLink): boolean => {
  const days = daysOf(month);
  return days !== undefined && since <= days.last && (until === null || until >= days.first);
};
