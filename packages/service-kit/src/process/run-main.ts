import { parseArgs } from 'node:util';
import { EXIT } from './exit-codes';
import { runService, type RunningService } from './run-service';

/** The `main` of a service: `--help`, or nothing, and then it runs. Anything else is exit code 2 and a sentence. */
export async function runMain(help: () => string, start: () => Promise<RunningService>): Promise<void> {
  let wantsHelp: boolean;
  try {
    const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } });
    wantsHelp = values.help;
  } catch (error) {
    const given = error instanceof Error ? error.message : String(error);
    process.stderr.write(`命令行有误 · Invalid command line: ${given}\n\n${help()}`);
    process.exitCode = EXIT.USAGE;
    return;
  }
  if (wantsHelp) process.stdout.write(help());
  else await runService(start);
}
