import { randomUUID } from 'node:crypto';
import {
  addDays,
  daysBetween,
  CENTER_TYPES,
  daysOf,
  isoWeekOf,
  lastWorkingDay,
  monthOf,
  quarterOf,
  workingDaysOf,
  type LocalDay,
  type WorkCalendar,
} from '@mtg/governance';
import type { LoadedSubgraph } from '../test-subgraph';

const CENTERS: readonly string[] = CENTER_TYPES.map(({ type }) => type);
const REPORTING = CENTERS.filter((center) => center !== 'GENERAL_AFFAIRS');
const COMMUNITY = '110109001001';
const UNIT = '大峪司法所';

type Row = Readonly<Record<string, unknown>>;

/** Parts of its routine that a street does, and on how many days its staff visit communities. */
export interface Habits {
  readonly meetsInWeek: (week: string) => boolean;
  readonly meetsInQuarter: (quarter: string) => boolean;
  readonly progressInMonth: (month: string) => boolean;
  /** Day on which the plans for a month are adopted; none for undefined. */
  readonly plansFor: (month: string) => LocalDay | undefined;
  readonly consultsIn: (month: string) => boolean;
  readonly visitDays: number;
  /** Days of the retreats, of the reports on departments and on deputies, and of the yearly notices. */
  readonly retreats: readonly LocalDay[];
  readonly reports: readonly LocalDay[];
  readonly deputyReports: readonly LocalDay[];
  readonly notices: readonly LocalDay[];
  readonly linkedCenters: readonly string[];
}

export const DILIGENT: Habits = {
  meetsInWeek: () => true,
  meetsInQuarter: () => true,
  progressInMonth: () => true,
  plansFor: (month) => addDays(`${month}-01`, -2),
  consultsIn: () => true,
  visitDays: 3,
  retreats: ['2025-02-10', '2026-02-10'],
  reports: ['2025-12-01'],
  deputyReports: ['2025-12-31'],
  notices: ['2025-12-20'],
  linkedCenters: CENTERS,
};

const isOdd = (period: string): boolean => Number(/\d+$/u.exec(period)?.[0]) % 2 === 1;

/** It meets every second time, plans late in odd months, retreats in May, and forgets what is yearly. */
export const LAZY: Habits = {
  meetsInWeek: isOdd,
  meetsInQuarter: isOdd,
  progressInMonth: isOdd,
  plansFor: (month) => (isOdd(month) ? `${month}-20` : addDays(`${month}-01`, -2)),
  consultsIn: isOdd,
  visitDays: 2,
  retreats: ['2025-05-12'],
  reports: ['2025-12-12'],
  deputyReports: [],
  notices: [],
  linkedCenters: CENTERS.slice(0, 3),
};

/** Writes what a street with such habits recorded, month by month, as the commands would have written it. */
export class RecordedStreet {
  readonly #rows = new Map<string, Row[]>();
  #sequence = 0;
  #link = '';

  constructor(
    private readonly street: LoadedSubgraph,
    private readonly habits: Habits,
    private readonly calendar: WorkCalendar,
  ) {}

  /** Before its first month: members are appointed, and centers linked. */
  async begin(day: LocalDay): Promise<void> {
    const member = { body_code: 'ENLARGED_WORKING_COMMITTEE', body_kind: 'ENLARGED_WORKING_COMMITTEE' };
    const who = { state: 'APPOINTED', person_name: '所长', unit: UNIT, category: 'FIELD_AGENCY' };
    const document = { document_number: '京门任〔2024〕1号', approval_id: randomUUID() };
    const appointed = { position: 'MEMBER', offices: [], ...document };
    this.#add('body_member', day, { ...member, ...who, ...appointed, appointed_at: at(day) });
    for (const center_code of this.habits.linkedCenters) {
      const organization = {
        organization_id: randomUUID(),
        organization_name: '枢纽',
        organization_kind: 'HUB',
      };
      this.#add('organization_link', day, { center_code, ...organization, since: day });
    }
    const pair = { center_code: 'HEALTH', department_code: 'JUSTICE' };
    this.#link = this.#add('department_link', day, { ...pair, matters: '矫正', since: day });
    await this.#write();
  }

  /** All that the street records in a month, and the plans of the next. */
  async live(month: string): Promise<void> {
    const span = daysOf(month);
    if (!span) throw new Error(month);
    const days = daysBetween(span.first, span.last);
    for (let passed = 0; passed <= days; passed += 1) this.#live(addDays(span.first, passed), month);
    if (this.habits.consultsIn(month)) this.#consult(`${month}-15`);
    await this.#write();
  }

  #live(day: LocalDay, month: string): void {
    const { habits, calendar } = this;
    const week = isoWeekOf(day);
    const worked = workingDaysOf(week, calendar);
    if (day === worked[0] && habits.meetsInWeek(week)) this.#weekly(day);
    if (worked.slice(0, habits.visitDays).includes(day))
      for (const center of CENTERS) this.#visit(center, day);
    if (day === lastWorkingDay(month, calendar) && habits.progressInMonth(month)) {
      this.#meeting('MONTHLY_PROGRESS', day);
    }
    if (day.endsWith('-20') && monthOf(day) === quarterStart(day) && habits.meetsInQuarter(quarterOf(day))) {
      this.#meeting('JOINT', day);
    }
    for (const each of [month, monthOf(addDays(day, 14))]) {
      if (habits.plansFor(each) === day) this.#plans(each, day);
    }
    if (habits.retreats.includes(day)) {
      this.#meeting('ANNUAL_RETREAT', day);
      this.#plans(day.slice(0, 4), day);
    }
    const year = Number(day.slice(0, 4));
    const text = { year, title: '一年', content: '情况' };
    if (habits.reports.includes(day)) this.#add('department_report', day, { ...text, handed_in_on: day });
    if (habits.deputyReports.includes(day)) {
      const recipients = ['PEOPLES_CONGRESS', 'CPPCC', 'ORGANIZATION_DEPARTMENT'];
      this.#add('deputy_report', day, { ...text, recipients, issued_on: day });
    }
    if (habits.notices.includes(day)) {
      this.#add('annual_notice', day, { ...text, addressees: [UNIT], issued_on: day });
    }
  }

  #weekly(day: LocalDay): void {
    const meeting_id = this.#meeting('WEEKLY', day);
    const parts = { this_week: '完成', next_week: '继续', community_matters: '无' };
    for (const center_code of REPORTING)
      this.#add('center_report', day, { meeting_id, center_code, ...parts });
  }

  #meeting(kind: string, day: LocalDay): string {
    this.#sequence += 1;
    const number = {
      number: `${kind}${this.#sequence}`,
      year: Number(day.slice(0, 4)),
      sequence: this.#sequence,
    };
    const times = { scheduled_at: at(day), opened_at: at(day), closed_at: at(day), held_on: day };
    const convened = { convener_role: 'DISPATCHER', convener: 'dispatcher' };
    return this.#add('meeting', day, {
      kind,
      state: 'CLOSED',
      title: '会议',
      ...number,
      ...times,
      ...convened,
    });
  }

  #visit(center_code: string, day: LocalDay): void {
    const staff = `${center_code}-staff`;
    const where = { center_code, community_code: COMMUNITY };
    const how = { people: [staff], community_codes: [COMMUNITY], route: '东区', actions: '走访' };
    const plan_id = this.#add('visit_plan', day, { center_code, day, ...how });
    const record_id = this.#add('visit_record', day, { ...where, author_subject: staff, text: '走访三户' });
    const visit = { ...where, day, form: 'CALL', staff_subject: staff, plan_id, record_id };
    const visit_id = this.#add('community_visit', day, visit);
    this.#add('sentiment_log', day, { ...where, visit_id, author_subject: staff, text: '停车难' });
  }

  #plans(period: string, day: LocalDay): void {
    const kind = period.length === 4 ? 'YEAR' : 'MONTH';
    const adopted = { state: 'ADOPTED', submitted_at: at(day), submitted_by: 'head', adopted_on: day };
    for (const center_code of CENTERS) {
      const plan = { center_code, kind, period, year: Number(period.slice(0, 4)) };
      this.#add('plan', day, { ...plan, ...adopted, adopted_at: at(day) });
    }
  }

  #consult(day: LocalDay): void {
    const pair = {
      link_id: this.#link,
      center_code: 'HEALTH',
      department_code: 'JUSTICE',
      state: 'RECORDED',
    };
    const held = { month: monthOf(day), consulted_on: day, participants: ['王敏'], matters: '矫正' };
    this.#add('consultation', day, { ...pair, ...held, recorder: 'head' });
  }

  #add(table: string, day: LocalDay, values: Row): string {
    const rows = this.#rows.get(table) ?? [];
    this.#rows.set(table, rows);
    const id = randomUUID();
    const common = { id, version: 1, created_at: at(day), updated_at: at(day), sample: false };
    rows.push({ ...common, ...values });
    return id;
  }

  /** In the order in which tables were first written, so that rows come before those that refer to them. */
  async #write(): Promise<void> {
    for (const [table, rows] of this.#rows) {
      const columns = Object.keys(rows[0] ?? {}).join(', ');
      if (rows.length === 0) continue;
      await this.street.database.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
        [JSON.stringify(rows)],
      );
      rows.length = 0;
    }
  }
}

const at = (day: LocalDay): string => `${day}T10:00:00+08:00`;

/** First month of the quarter of a day. */
const quarterStart = (day: LocalDay): string => {
  const month = Math.ceil(Number(day.slice(5, 7)) / 3) * 3 - 2;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}`;
};
