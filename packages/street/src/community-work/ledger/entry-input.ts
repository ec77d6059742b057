import { field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

export const verifiedOn = field.optional(
  field.day(zhEn('核实日期，不晚于今天(R27)', 'Day of the verification, today or earlier (R27)')),
);

/** The statement of an entry. */
export const entryInput = {
  text: field.ruled(zhEn('内容，不得写入居民姓名(R27)', 'Text. It must not name residents (R27)')),
  count: field.optional(field.whole(zhEn('数量', 'Count'), 0, 1_000_000)),
  source: field.ruled(zhEn('来源(R27)', 'Source of the statement (R27)')),
  verifiedOn,
};
