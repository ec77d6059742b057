import { localDay, yearOf, type Earliest, type LocalDay } from '@mtg/governance';
import { looksLike } from '@mtg/subgraph-kit';
import { IsNull, type EntityManager } from 'typeorm';
import { Delegation } from '../../delegation/requests/delegation';
import { CommitteeDecision } from '../../deliberation/decisions/committee-decision';
import { Meeting } from '../../deliberation/meetings/meeting';
import { Minutes } from '../../deliberation/minutes/minutes';
import { MinutesItem } from '../../deliberation/minutes/minutes-item';
import { KeyPoint } from '../../deliberation/yearly/key-point';
import { Project } from '../../dispatch/projects/project';
import type { PastLine } from '../past-line';

/** The source of an order by its id, and the day before which no order came from it. */
interface PastSource {
  readonly keyPointId: string | null;
  readonly delegationId: string | null;
  readonly minutesItemId: string | null;
  readonly earliest?: Earliest | undefined;
}

const IN_FORCE = { sample: false, deletedAt: IsNull() };

/** Finds the source that a line names: an item of minutes, a delegation or a key point of the year. */
export async function sourceOf(
  line: PastLine,
  issuedOn: LocalDay,
  manager: EntityManager,
): Promise<PastSource> {
  const none: PastSource = { keyPointId: null, delegationId: null, minutesItemId: null };
  const named = ['minutes', 'delegation', 'key_point'].filter((column) => line.text(column) !== null);
  if (named.length > 1) {
    line.wrong(named[1] ?? '', {
      zh: `R11：一个派单只有一个来源，不能同时填写 ${named.join('、')}。请只留一个`,
      en: `R11: an order has one source; ${named.join(' and ')} cannot be combined. Keep one of them`,
    });
    return none;
  }
  if (line.text('minutes') !== null) return { ...none, ...(await ofMinutes(line, manager)) };
  if (line.text('delegation') !== null) return { ...none, ...(await ofDelegation(line, manager)) };
  if (line.text('key_point') !== null) return { ...none, ...(await ofKeyPoint(line, issuedOn, manager)) };
  return none;
}

async function ofMinutes(line: PastLine, manager: EntityManager): Promise<Partial<PastSource> | null> {
  const number = line.text('minutes') ?? '';
  const minutes = await manager.findOneBy(Minutes, { number: looksLike(number), ...IN_FORCE });
  const place = line.whole('item');
  if (!minutes) {
    return line.wrong('minutes', {
      zh: `没有文号为“${number}”的纪要。请更正，或先导入该会议及其纪要`,
      en: `There are no minutes “${number}”. Correct the number, or import the meeting with its minutes first`,
    });
  }
  const item =
    place === null
      ? null
      : await manager.findOneBy(MinutesItem, { minutesId: minutes.id, number: place, ...IN_FORCE });
  if (!item) {
    return line.wrong('item', {
      zh: `纪要“${number}”没有第 ${place ?? '?'} 条。请填写条目的序号`,
      en: `Minutes “${number}” have no item ${place ?? '?'}. Give the number of an item`,
    });
  }
  const meeting = await manager.findOneBy(Meeting, { id: minutes.meetingId });
  return { minutesItemId: item.id, earliest: earliestBy(minutes, meeting?.heldOn ?? null) };
}

/** The day of issue where it was stated; that of the meeting where the minutes bear the time of their import. */
function earliestBy({ issuedAt, createdAt }: Minutes, heldOn: LocalDay | null): Earliest {
  const issuedOn = issuedAt && localDay(issuedAt);
  return issuedOn !== null && issuedOn < localDay(createdAt)
    ? { day: issuedOn, name: { zh: '纪要印发的日期', en: 'the day on which the minutes were issued' } }
    : { day: heldOn ?? localDay(createdAt), name: { zh: '会议召开的日期', en: 'the day of the meeting' } };
}

async function ofDelegation(line: PastLine, manager: EntityManager): Promise<Partial<PastSource> | null> {
  const number = line.text('delegation') ?? '';
  const found = await manager.findBy(Delegation, { documentNumber: looksLike(number), ...IN_FORCE });
  const [delegation] = found;
  if (!delegation || found.length > 1) {
    return line.wrong('delegation', {
      zh: `${delegation ? '有几项' : '没有'}委托文件文号为“${number}”的委托事项。请更正${delegation ? '' : '，或先登记该委托（submitDelegation）'}`,
      en: `There ${delegation ? 'are several delegations' : 'is no delegation'} of document “${number}”. Correct it${delegation ? '' : ', or register the delegation first (submitDelegation)'}`,
    });
  }
  return { delegationId: delegation.id, earliest: await decided(manager, delegation.decisionId) };
}

async function ofKeyPoint(
  line: PastLine,
  issuedOn: LocalDay,
  manager: EntityManager,
): Promise<Partial<PastSource> | null> {
  const number = line.whole('key_point');
  const year = Number(yearOf(issuedOn));
  const point = number === null ? null : await manager.findOneBy(KeyPoint, { year, number, ...IN_FORCE });
  if (!point) {
    return line.wrong('key_point', {
      zh: `${year} 年没有第 ${number ?? '?'} 项工作要点。请更正，或先登记该年的要点（adoptKeyPoint）`,
      en: `There is no key point ${number ?? '?'} of ${year}. Correct it, or adopt the key points of that year first (adoptKeyPoint)`,
    });
  }
  return { keyPointId: point.id, earliest: await decided(manager, point.decisionId) };
}

async function decided(manager: EntityManager, id: string | null): Promise<Earliest | undefined> {
  const decision = id === null ? null : await manager.findOneBy(CommitteeDecision, { id });
  return (
    decision?.decidedAt && {
      day: localDay(decision.decidedAt),
      name: { zh: '街道工委决策的日期', en: 'the day of the committee’s decision' },
    }
  );
}

/** Finds the project that a line names, by its number or its title. */
export async function projectOf(line: PastLine, manager: EntityManager): Promise<string | null> {
  const text = line.text('project');
  if (text === null) return null;
  const named = looksLike(text);
  const found = await manager.find(Project, {
    where: [
      { number: named, ...IN_FORCE },
      { title: named, ...IN_FORCE },
    ],
  });
  const [project] = found;
  if (project && found.length === 1) return project.id;
  return line.wrong('project', {
    zh: project
      ? `有几个项目叫“${text}”，请改填项目编号：${found.map(({ number }) => number).join('、')}`
      : `没有项目“${text}”。请更正，或先订立项目书（charterProject），其时限不早于派单的时限`,
    en: project
      ? `There are several projects “${text}”. Give the number instead: ${found.map(({ number }) => number).join(', ')}`
      : `There is no project “${text}”. Correct it, or charter it first (charterProject), with a deadline not before that of the order`,
  });
}
