import { ConfigurationError, EXIT, ignoredText } from '@mtg/service-kit/basics';
import { readConfig } from '../config';
import { resolveDataDir } from '../data-dir';
import { PlatformFailure } from '../failure';
import { announcement } from './announcement';
import { helpText, parseArguments, UsageError } from './arguments';
import type { Output } from './output';
import { makePlan, type Plan } from './plan';
import { Platform } from './platform';
import { SampleLoad } from './sample-load';
import { onStopRequest } from './stop-requests';

/** Ended by a second Ctrl-C, as shells count it. */
const FORCED = 130;

/**
 * Runs the platform until it is asked to stop.
 *
 * @returns the exit code: 0 stopped as asked, 1 failed to start, 2 wrong command line, 78 wrong configuration
 */
export async function run(given: readonly string[], output: Output): Promise<number> {
  let plan: Plan;
  try {
    const parsed = parseArguments(given);
    if (parsed.help) {
      output.say(helpText());
      return EXIT.OK;
    }
    const config = readConfig();
    const ignored = ignoredText();
    if (ignored !== undefined) output.say(ignored);
    const data = resolveDataDir(parsed.dataDirectory ?? config.dataDirectory);
    if (data.note !== undefined) output.say(data.note);
    plan = await makePlan(parsed, config, data.path);
  } catch (error) {
    return explain(error, output);
  }
  return serve(plan, output);
}

/** Starts the plan and runs it until it is asked to stop. */
export async function serve(plan: Plan, output: Output): Promise<number> {
  const startedAt = performance.now();
  const platform = new Platform(plan, output);
  const sample = new SampleLoad(plan, output);
  const stopRequest = new Promise<'asked'>((resolve) => {
    onStopRequest(
      (reason) => {
        output.say(`正在停止（${reason}） · stopping (${reason})`);
        resolve('asked');
      },
      () => {
        output.say('强制停止 · forcing the stop');
        void platform.forceStop().finally(() => process.exit(FORCED));
      },
    );
  });
  try {
    const started = platform.start().then(() => sample.run());
    const first = await Promise.race([started, stopRequest]);
    if (first !== 'asked') {
      output.say(announcement(plan, (performance.now() - startedAt) / 1000));
      await stopRequest;
    }
  } catch (error) {
    return explain(error, output);
  }
  await sample.stop();
  await platform.stop();
  output.say('已全部停止 · all stopped');
  return EXIT.OK;
}

function explain(error: unknown, output: Output): number {
  const known =
    error instanceof UsageError || error instanceof ConfigurationError || error instanceof PlatformFailure;
  output.say(
    known
      ? `\n${error.message}`
      : `\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  if (error instanceof UsageError) return EXIT.USAGE;
  return error instanceof ConfigurationError ? EXIT.CONFIG : EXIT.FAILURE;
}
