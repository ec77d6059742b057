import { Command } from 'commander';
import { EXIT, UnreadableFile } from '@mtg/subgraph-kit';
import { generateCommand } from './generate/command';
import { importCommand } from './import/command';
import { quotationsCommand } from './quotations';

const program = new Command('mtg')
  .description('门头沟区街道治理数据平台命令行 · Command line of the Mentougou street-governance platform')
  .showHelpAfterError()
  .addCommand(importCommand())
  .addCommand(generateCommand())
  .addCommand(quotationsCommand());

/** Commander ends a wrong command line with 1; here 1 means that something failed, and 2 that it was asked wrongly. */
const endUsageErrors = (command: Command): void => {
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.OK : EXIT.USAGE));
  command.commands.forEach(endUsageErrors);
};
endUsageErrors(program);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UnreadableFile ? EXIT.DATA : EXIT.FAILURE;
});
