import { parseArgs } from 'node:util';
import { EXIT } from './exit-codes';
import { runService, type RunningService } from './run-service';

/** The `main` of a service: `--help`, or nothing, and then it runs. Anything else is exit code 2 and the help. */
export async function runMain(help: () => string, start: () => Promise<RunningService>): Promise<void> {
  switch (asked()) {
    case 'help':
      process.stdout.write(help());
      return;
    case 'nonsense':
      process.stderr.write(help());
      process.exitCode = EXIT.USAGE;
      return;
    case 'run':
      await runService(start);
  }
}

function asked(): 'help' | 'run' | 'nonsense' {
  try {
    const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
    return values.help ? 'help' : 'run';
  } catch {
    return 'nonsense';
  }
}
