import { stateName } from '../state-machines/state-machine';
import { weeklyItemMachine, type WeeklyItemState } from '../state-machines/machines/community-work';
import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { Act } from './act';

/** Requires the author of a record, or the head of the center. @param field of the input that names the record */
export function requireAuthor(act: Act, author: string, field: string): void {
  const { role, subject } = act.actor;
  if (role === 'CENTER_HEAD' || subject === author) return;
  act.requireInput({
    field,
    message: {
      zh: '这是他人登记的。请由登记人本人或中心负责人更正',
      en: 'Another person recorded this. Ask that person or the head of the center to correct it',
    },
  });
}

/** Requires a day on which something had happened when it was recorded. */
export function requireRecordedAfter(act: Act, field: string, day: LocalDay, recordedOn: LocalDay): void {
  if (precedes(day, recordedOn)) return;
  act.requireInput({
    field,
    message: {
      zh: `${day} 晚于登记日期 ${recordedOn}。请填 ${recordedOn} 或以前的日期`,
      en: `${day} is after the day of recording, ${recordedOn}. Choose ${recordedOn} or earlier`,
    },
  });
}

/** A report to a meeting, with the person who recorded it for the head. */
interface RecordedReport {
  readonly centerCode: string;
  readonly recordedBy: string | null;
}

/**
 * Requires the head of the center that reported, whom a report was recorded for as well, or the person who recorded it (代录).
 *
 * @param ownCenter center of the dispatcher, who speaks for it
 */
export function requireReporter(act: Act, report: RecordedReport, ownCenter: string): void {
  const { role, subject } = act.actor;
  if (role === 'CENTER_HEAD' || subject === report.recordedBy) return;
  if (role === 'DISPATCHER' && report.centerCode === ownCenter) return;
  act.requireInput({
    field: 'centerReportId',
    message: {
      zh: '这份汇报不是由您代录的。请由中心负责人或代录人更正',
      en: 'You have not recorded this report. Ask the head of the center, or the person who recorded it, to correct it',
    },
  });
}

/** An item of a weekly meeting as far as a correction depends on it. */
interface ItemWords {
  readonly state: WeeklyItemState;
  readonly version: number;
  readonly centerCode: string;
  readonly title: string;
  readonly content: string;
  readonly communityCodes: readonly string[];
  readonly remark: string | null;
}

/**
 * Requires that an item says what the meeting decided on (R22): its words are corrected before, by the center that proposed it, and its
 * remark after that.
 *
 * @param ownCenter center of the dispatcher
 */
export function requireItemAsDecided(act: Act, item: ItemWords, after: ItemWords, ownCenter: string): void {
  const isDecided = item.state !== 'PROPOSED';
  const says = ({ title, content, communityCodes }: ItemWords) =>
    JSON.stringify([title, content, communityCodes]);
  if (isDecided && says(item) !== says(after)) {
    const { zh, en } = stateName(weeklyItemMachine, item.state);
    act.requireState(item, {
      message: {
        zh: `周例会已议决此事项（${zh}），内容不再更正(R22)。请在下一次周例会上另行提出（proposeWeeklyItem）`,
        en: `The weekly meeting has decided on this item (${en}), which stays as it was decided on (R22). Propose another one at the next meeting (proposeWeeklyItem)`,
      },
    });
  }
  if (says(item) !== says(after) && act.actor.role === 'DISPATCHER' && item.centerCode !== ownCenter) {
    act.requireInput({
      field: 'weeklyItemId',
      message: {
        zh: '事项是另一中心提出的。请由该中心更正',
        en: 'Another center proposed this item. Ask that center to correct it',
      },
    });
  }
  if (item.remark === after.remark) return;
  if (!isDecided || act.actor.role !== 'DISPATCHER') {
    act.requireInput({
      field: 'remark',
      message: {
        zh: '议决说明由综合管理中心在议决后登记。请由其更正',
        en: 'The remark on a decision is recorded by the General Affairs Management Center after it. Ask the dispatcher to correct it',
      },
    });
  }
}
