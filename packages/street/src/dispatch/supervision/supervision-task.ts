import { runSystemTask, skipWhileLocked } from '@mtg/commands';
import type { PeriodicTask } from '@mtg/subgraph-kit';
import { superviseOverdue } from './supervise-overdue';

/** R12: the sweep that supervises what is overdue. */
export const supervisionTask = (everySeconds: number): PeriodicTask =>
  skipWhileLocked({
    name: 'supervise-overdue',
    everySeconds,
    run: (context) => runSystemTask('superviseOverdue', context, superviseOverdue),
  });
