import { field, type InputField } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

/** Filters of a list, and how those of them are compared that are not compared for equality. */
interface Filters {
  readonly filters: Readonly<Record<string, InputField<string>>>;
  readonly conditions: Readonly<Record<string, (row: string, value: string) => string>>;
}

/**
 * From a day on, and up to one, both days included: `deadlineFrom`, `deadlineTo`.
 *
 * @param name of the property and of the filters
 */
export const dayRange = (name: string, zh: string, en: string): Filters => ({
  filters: bounds(name, zh, en),
  conditions: {
    [`${name}From`]: (row, value) => `${row}.${name} >= ${value}`,
    [`${name}To`]: (row, value) => `${row}.${name} <= ${value}`,
  },
});

/** The same of rows that were issued at an instant, by the days of Asia/Shanghai: `issuedFrom`, `issuedTo`. */
export const issuedRange: Filters = {
  filters: bounds('issued', '下发日期(北京时间)', 'Day of issue, in Asia/Shanghai'),
  conditions: {
    issuedFrom: (row, value) => `${row}.createdAt >= ${midnight(value)}`,
    issuedTo: (row, value) => `${row}.createdAt < ${midnight(value, "+ INTERVAL '1 day'")}`,
  },
};

function bounds(name: string, zh: string, en: string): Filters['filters'] {
  return {
    [`${name}From`]: field.day(zhEn(`${zh}，从此日起`, `${en}: from this day on`)),
    [`${name}To`]: field.day(zhEn(`${zh}，至此日止`, `${en}: up to this day, included`)),
  };
}

function midnight(day: string, more = ''): string {
  return `(CAST(${day} AS timestamp) ${more}) AT TIME ZONE 'Asia/Shanghai'`;
}
