import { AsyncLocalStorage } from 'node:async_hooks';
import type { ApolloServerPlugin } from '@apollo/server';

/** Measures one request’s preparation; pauses while nothing is prepared for it. */
interface Run {
  readonly charge: (ms: number) => void;
  since: number | undefined;
}

const runs = new AsyncLocalStorage<Run>();

/** Milliseconds that this process has had of the processor. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Measures the time that parsing, validating and planning take for a request. All of it is done in one go, on the one
 * thread, so others wait that long. It is the processor's time, since a machine that is busy with something else must not
 * be charged to a client.
 *
 * @param charge called with each piece of that time, in milliseconds
 */
export const measuring = (charge: (ms: number) => void, run: () => void): void =>
  runs.run({ charge, since: undefined }, run);

/** To be called when a piece of preparation begins. */
export function begin(): void {
  const run = runs.getStore();
  if (run) run.since = processorTime();
}

/** To be called when a piece of preparation ends. */
export function end(): void {
  const run = runs.getStore();
  if (run?.since === undefined) return;
  run.charge(processorTime() - run.since);
  run.since = undefined;
}

/** Measures all but planning. */
export const preparationPlugin: ApolloServerPlugin = {
  requestDidStart: async () => ({
    // Not called for a document that is known.
    parsingDidStart: async () => {
      begin();
      return async (error) => {
        if (error) end();
      };
    },
    validationDidStart: async () => async () => end(),
    // A plan that failed is never stored.
    willSendResponse: async () => end(),
  }),
};
