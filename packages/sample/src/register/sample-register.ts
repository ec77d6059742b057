import {
  actingInPost,
  addDays,
  appointedToPost,
  endedPost,
  recordedLeave,
  registeredPerson,
  type LocalDay,
} from '@mtg/governance';
import type { SampleCenter } from '../centers';
import { at } from '../calendar';
import { headOf, personName, staffOf, THE_CLERK } from '../people';
import type { Random } from '../random';
import { actOf } from '../rules';
import type { Story } from '../story';
import type { Employee } from './employee';
import { handOverVisit } from './hand-over-visit';

/** Numbers of names below it are of people outside the register. */
const FIRST_NAME = 400;
/** Weeks between two leaves in a center. */
const WEEKS_BETWEEN = 9;

/** The people of a sample street: for each center a director, a deputy and staff, with leaves in which another acts (R24). */
export class SampleRegister {
  readonly #random: Random;
  readonly #employees = new Map<string, readonly Employee[]>();

  constructor(private readonly story: Story) {
    this.#random = story.randomFor('people');
    let number = FIRST_NAME;
    for (const center of story.centers) {
      const size = Math.max(1, Math.round(center.size));
      const employees: Employee[] = [];
      for (let place = 0; place < size; place += 1) {
        employees.push(this.#employ(center, place, personName((number += 1)), employees));
      }
      this.#employees.set(center.code, employees);
    }
  }

  /** Subjects of those who work in a center in a week. One of them may be on leave for the whole of it. */
  presentIn(center: SampleCenter, monday: LocalDay): readonly string[] {
    const employees = this.#employees.get(center.code) ?? [];
    const week = Math.round((Date.parse(monday) - Date.parse(this.story.first)) / (7 * 86_400_000));
    const place = this.story.centers.findIndex(({ code }) => code === center.code);
    const isLeaveWeek = employees.length > 1 && week > 0 && (week + place) % WEEKS_BETWEEN === 0;
    const away = isLeaveWeek ? employees[Math.floor(week / WEEKS_BETWEEN) % employees.length] : undefined;
    if (away && this.story.isPast(at(monday, 8))) {
      this.#takeLeave(employees, away, monday);
      const other = employees.find((employee) => employee !== away);
      if (other) handOverVisit(this.story, this.#random, { center, monday, from: away, to: other });
    }
    return employees.filter((employee) => employee !== away).map(({ subject }) => subject);
  }

  #employ(center: SampleCenter, place: number, name: string, others: readonly Employee[]): Employee {
    const { story } = this;
    const since = story.first;
    const recordedAt = at(since, 8);
    const clerk = actOf(THE_CLERK, recordedAt);
    const subject = place === 0 ? headOf(center.code) : staffOf(center.code, place + 1);
    const values = registeredPerson(clerk, { name, subject, since });
    const id = this.#add('Person', recordedAt, values);
    const posts = story.street.posts.filter(({ centerCode }) => centerCode === center.code);
    const deputy = posts.find(({ kind }) => kind === 'DEPUTY_DIRECTOR');
    const kind = place === 0 ? 'DIRECTOR' : place === 1 && deputy ? 'DEPUTY_DIRECTOR' : 'STAFF';
    const held = appointedToPost(clerk, {
      person: { id, name, since },
      kind,
      centerCode: center.code,
      postCode: kind === 'DEPUTY_DIRECTOR' ? (deputy?.code ?? null) : null,
      since,
      posts,
      holdings: others.map(({ holding }) => holding),
    });
    const holdingId = this.#add('PostHolding', recordedAt, held);
    return { id, name, since, subject, holding: { ...held, id: holdingId, version: 1, personName: name } };
  }

  /** A week of leave; where the director takes it, the next in rank acts. */
  #takeLeave(employees: readonly Employee[], away: Employee, monday: LocalDay): void {
    const recordedAt = at(monday, 8);
    const friday = addDays(monday, 4);
    const clerk = actOf(THE_CLERK, recordedAt);
    const leave = recordedLeave(clerk, { person: away, since: monday, until: friday, leaves: [] });
    this.#add('Leave', recordedAt, {
      ...leave,
      kind: this.#random.pick(['ANNUAL', 'SICK', 'TRAINING'] as const),
    });
    const [director, deputy] = employees;
    if (away !== director || !deputy) return;
    const acting = actingInPost(clerk, { person: deputy, held: away.holding, since: monday, acting: [] });
    const id = this.#random.idAt(recordedAt);
    const endedAt = at(friday, 18);
    if (!this.story.isPast(endedAt)) {
      this.story.add('PostHolding', recordedAt, acting, { id });
      return;
    }
    const open = { ...acting, id, version: 1, personName: deputy.name };
    const ended = { ...acting, ...endedPost(actOf(THE_CLERK, endedAt), open, friday) };
    this.story.add('PostHolding', recordedAt, ended, { id, updatedAt: endedAt, version: 2 });
  }

  /** Adds a row without drawing on the chance of the rest of the story. */
  #add: Story['add'] = (table, createdAt, values) =>
    this.story.add(table, createdAt, values, { id: this.#random.idAt(createdAt) });
}
