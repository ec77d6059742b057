import type { Clock } from '@mtg/governance';
import type { Logger } from '@mtg/service-kit';
import type { DataSource } from 'typeorm';

/** Context of a task. */
export interface TaskContext {
  readonly database: DataSource;
  readonly clock: Clock;
  /** Owner of the data that this subgraph serves: the street's code, or `DISTRICT`. */
  readonly owner: string;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Work that a subgraph does by itself, again and again. Each round must be safe to repeat, and to be cut off. */
export interface PeriodicTask {
  readonly name: string;
  readonly everySeconds: number;
  /** Runs once more when the subgraph stops, so that nothing held in memory is lost. */
  readonly lastRound?: (context: TaskContext) => Promise<unknown>;
  readonly run: (context: TaskContext) => Promise<unknown>;
}

/**
 * Runs tasks, each at its interval and never beside itself. A round that fails is logged, and the next one comes.
 *
 * @returns stops them, and waits for the rounds under way
 */
export function startTasks(tasks: readonly PeriodicTask[], context: TaskContext): () => Promise<void> {
  let stopped = false;
  const underway = new Map<string, Promise<void>>();
  const round = async ({ name, run }: Omit<PeriodicTask, 'everySeconds'>, isLast = false): Promise<void> => {
    try {
      await run(context);
    } catch (error) {
      if (!stopped || isLast) context.logger.error({ err: error, task: name }, 'a periodic task failed');
    } finally {
      underway.delete(name);
    }
  };
  const start = (task: PeriodicTask): void => {
    if (stopped || underway.has(task.name)) return;
    underway.set(task.name, round(task));
  };
  const timers = tasks.map((task) => {
    start(task);
    const timer = setInterval(() => start(task), task.everySeconds * 1000);
    timer.unref();
    return timer;
  });
  return async () => {
    stopped = true;
    timers.forEach(clearInterval);
    await Promise.all(underway.values());
    const last = tasks.flatMap(({ name, lastRound }) => (lastRound ? [{ name, run: lastRound }] : []));
    await Promise.all(last.map((task) => round(task, true)));
  };
}
