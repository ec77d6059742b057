import { CENTER_TYPES } from '@mtg/governance';
import type { Actor } from '@mtg/access';
import { centerHead } from '../actors';
import { people, STREET, type YearStage } from './stage';

/** The seven centers; the head of each speaks for it. */
export const CENTERS: readonly string[] = CENTER_TYPES.map(({ type }) => type);
export const headOf = (center: string): Actor => centerHead(STREET, center);
/** Those that report to 综合管理中心 in the weekly meeting. */
export const REPORTING = CENTERS.filter((center) => center !== 'GENERAL_AFFAIRS');

async function opened(stage: YearStage, kind: string, title: string, as: Actor): Promise<string> {
  const convoked = { kind, title, scheduledAt: stage.instant() };
  const meetingId = await stage.make('meeting', 'convokeMeeting', convoked, as);
  await stage.step('openMeeting', { meetingId }, as);
  return meetingId;
}

/** An item for communities that passed in a weekly meeting. */
export interface PassedItem {
  readonly meetingId: string;
  readonly weeklyItemId: string;
}

/** A weekly meeting at which these centers report and these items of 综治维稳中心 pass (R21, R22). */
export async function weeklyMeeting(
  stage: YearStage,
  reporting: readonly string[] = REPORTING,
  items: readonly object[] = [],
): Promise<readonly PassedItem[]> {
  const meetingId = await opened(stage, 'WEEKLY', '周例会', people.dispatcher);
  const parts = { thisWeek: '完成', nextWeek: '继续', communityMatters: '无' };
  for (const centerCode of reporting) {
    await stage.step('recordCenterReport', { meetingId, centerCode, ...parts }, headOf(centerCode));
  }
  const records = REPORTING.filter((center) => !reporting.includes(center)).map((centerCode) => ({
    centerCode,
    attendance: 'ABSENT',
    reason: '外出培训',
  }));
  if (records.length > 0) await stage.step('recordAttendance', { meetingId, records }, people.dispatcher);
  const passed: PassedItem[] = [];
  for (const item of items) {
    const input = { meetingId, centerCode: 'PUBLIC_SECURITY', ...item };
    const weeklyItemId = await stage.make(
      'weeklyItem',
      'proposeWeeklyItem',
      input,
      headOf('PUBLIC_SECURITY'),
    );
    await stage.step('decideWeeklyItem', { weeklyItemId, outcome: 'PASSED' }, people.dispatcher);
    passed.push({ meetingId, weeklyItemId });
  }
  await stage.step('closeMeeting', { meetingId }, people.dispatcher);
  return passed;
}

/** A progress meeting with the reports of all seven centers; 综治维稳中心 tells of these difficulties (R20). */
export async function progressMeeting(stage: YearStage, difficulties: readonly string[]): Promise<void> {
  const meetingId = await opened(stage, 'MONTHLY_PROGRESS', '月推进会', people.dispatcher);
  for (const centerCode of CENTERS) {
    const own = centerCode === 'PUBLIC_SECURITY' ? difficulties.map((content) => ({ content })) : [];
    const parts = { progress: '按计划', difficulties: own, nextMonth: '与部门对接' };
    await stage.step('recordCenterReport', { meetingId, centerCode, ...parts }, headOf(centerCode));
  }
  await stage.step('closeMeeting', { meetingId }, people.dispatcher);
}

/** The retreat of the year (R19). @returns its id, on which plans and charters rest */
export async function retreat(stage: YearStage): Promise<string> {
  const meetingId = await opened(stage, 'ANNUAL_RETREAT', '年度务虚会', people.leader);
  await stage.step('closeMeeting', { meetingId }, people.leader);
  return meetingId;
}

/** A joint meeting at which each member unit reports and the street informs them (R03). @returns its id */
export async function jointMeeting(stage: YearStage, units: readonly string[]): Promise<string> {
  const { clerk } = people;
  const meetingId = await opened(stage, 'JOINT', '联席会议', clerk);
  const records = units.map((unit) => ({ unit, attendance: 'PRESENT' }));
  await stage.step('recordAttendance', { meetingId, records }, clerk);
  for (const unit of units) {
    await stage.step('recordMemberReport', { meetingId, unit, content: '任务按期完成' }, clerk);
  }
  const notice = { content: '辖区任务完成情况', requirements: '配合停车整治' };
  await stage.step('recordStreetNotice', { meetingId, ...notice }, clerk);
  await stage.step('closeMeeting', { meetingId }, clerk);
  return meetingId;
}

/** Issued minutes of a meeting with one item (R06). @returns the item's id */
export async function minutesItem(stage: YearStage, meetingId: string, text: string): Promise<string> {
  const draft = { meetingId, title: '会议纪要', items: [{ text }] };
  const written = await stage.street('draftMinutes', draft, people.clerk, 'minutes { id } items { id }');
  const number = `大峪纪要〔${stage.today()}〕`;
  await stage.step('issueMinutes', { minutesId: written['minutes'].id, number }, people.clerk);
  return String(written['items'][0].id);
}
