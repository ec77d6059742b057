import { CALENDAR_DAY_LABELS, CalendarDayKind, workCalendarOf, type WorkCalendar } from '@mtg/governance';
import { z } from 'zod';
import { KnownCodes } from './known-codes';

const named = z.array(z.object({ code: z.string(), name: z.string() }));
const departments = z.object({ data: z.object({ district: z.object({ departments: named }) }) });
const baseTasks = z.object({
  data: z.object({ district: z.object({ baseTasks: z.object({ tasks: named }) }) }),
});

const calendarDays = z.object({
  data: z.object({
    district: z.object({
      calendarDays: z.array(z.object({ day: z.string(), kind: z.enum(CalendarDayKind) })),
    }),
  }),
});

/** The departments, the base tasks and the working calendar of a district. */
interface Known {
  readonly departments: KnownCodes<z.infer<typeof departments>>;
  readonly baseTasks: KnownCodes<z.infer<typeof baseTasks>>;
  readonly holidays: KnownCodes<z.infer<typeof calendarDays>>;
}

/** One for each district, for as long as the process lives: what it knows is worth keeping. */
const known = new Map<string | undefined, Known>();

/** @param url of the district's GraphQL; undefined where the street is deployed without one */
export function knownAt(url: string | undefined): Known {
  const found = known.get(url) ?? {
    departments: new KnownCodes(url, {
      query: '{ district { departments { code name } } }',
      shape: departments,
      namesIn: ({ data }) => data.district.departments.map(({ code, name }) => [code, name] as const),
    }),
    baseTasks: new KnownCodes(url, {
      query: '{ district { baseTasks { tasks { code name } } } }',
      shape: baseTasks,
      namesIn: ({ data }) => data.district.baseTasks.tasks.map(({ code, name }) => [code, name] as const),
    }),
    holidays: new KnownCodes(url, {
      query: '{ district { calendarDays { day kind } } }',
      shape: calendarDays,
      namesIn: ({ data }) => data.district.calendarDays.map(({ day, kind }) => [day, kind] as const),
    }),
  };
  known.set(url, found);
  return found;
}

/** Calendars by what the district said, so that one answer makes one calendar. */
const calendars = new WeakMap<ReadonlyMap<string, string>, WorkCalendar>();

/** The working calendar as the district said last: without one, every week is worked from Monday to Friday. */
export async function workCalendarNow(url: string | undefined, now: Date): Promise<WorkCalendar> {
  const days = await knownAt(url).holidays.namesNow(now);
  const calendar =
    calendars.get(days) ??
    workCalendarOf([...days].flatMap(([day, kind]) => (isKind(kind) ? [[day, kind] as const] : [])));
  calendars.set(days, calendar);
  return calendar;
}

const isKind = (kind: string): kind is CalendarDayKind => kind in CALENDAR_DAY_LABELS;
