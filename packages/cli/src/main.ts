import { Command } from 'commander';
import { EXIT, isDatabaseUnavailable, UnreadableFile } from '@mtg/subgraph-kit';
import { generateCommand } from './generate/command';
import { importCommand } from './import/command';
import { quotationsCommand } from './quotations';

const program = new Command('mtg')
  .description('门头沟区街道治理数据平台命令行 · Command line of the Mentougou street-governance platform')
  .addCommand(importCommand())
  .addCommand(generateCommand())
  .addCommand(quotationsCommand());

/**
 * Commander ends a wrong command line with 1; here 1 means that something failed, and 2 that it was asked wrongly. A
 * command that is added takes over none of this from its parent.
 */
const endUsageErrors = (command: Command): void => {
  command.showHelpAfterError();
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.OK : EXIT.USAGE));
  command.commands.forEach(endUsageErrors);
};
endUsageErrors(program);

/** What Node says of a server that is away can be empty, and names no way out. */
const sentenceOf = (error: unknown): string => {
  if (isDatabaseUnavailable(error)) {
    return '数据库连接不上，请确认它在运行、DATABASE_URL 正确 · The database cannot be reached; check that it runs and that DATABASE_URL is right';
  }
  return error instanceof Error ? error.message : String(error);
};

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = error instanceof UnreadableFile ? EXIT.DATA : EXIT.FAILURE;
});
