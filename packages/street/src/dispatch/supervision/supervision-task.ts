import { runSystemTask, skipWhileLocked } from '@mtg/commands';
import type { PeriodicTask } from '@mtg/subgraph-kit';
import { workCalendarNow } from '../../district-references/known-of-district';
import type { StreetProfile } from '../../foundation/street-profile';
import { superviseOverdue } from './supervise-overdue';

/** R12: the sweep that supervises what is overdue. */
export const supervisionTask = (
  everySeconds: number,
  { deadlinesByWorkingDays = false }: Pick<StreetProfile, 'deadlinesByWorkingDays'> = {},
  districtUrl?: string,
): PeriodicTask =>
  skipWhileLocked({
    name: 'supervise-overdue',
    everySeconds,
    run: async (context) => {
      const calendar = deadlinesByWorkingDays
        ? await workCalendarNow(districtUrl, context.clock.now())
        : undefined;
      return runSystemTask('superviseOverdue', context, (transaction, now) =>
        superviseOverdue(transaction, now, calendar),
      );
    },
  });
