import {
  ConfigurationError,
  EXIT,
  ignoredText,
  isDatabaseUnavailable,
  UnreadableFile,
} from '@mtg/subgraph-kit';
import type { Command } from 'commander';
import { CommandFailure } from './command-failure';
import { createProgram } from './program';

const program = createProgram();

/** Commander ends a wrong command line with 1; here 1 means that something failed, and 2 that it was asked wrongly. */
const endUsageErrors = (command: Command): void => {
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.OK : EXIT.USAGE));
  command.commands.forEach(endUsageErrors);
};
endUsageErrors(program);

/** What Node says of a server that is away can be empty, and names no way out. */
const sentenceOf = (error: unknown): string => {
  if (isDatabaseUnavailable(error)) {
    return '数据库连接不上，请确认它在运行、DATABASE_OWNER_URL 正确 · The database cannot be reached; check that it runs and that DATABASE_OWNER_URL is right';
  }
  return error instanceof Error ? error.message : String(error);
};

function exitCodeOf(error: unknown): number {
  if (error instanceof CommandFailure) return error.exitCode;
  if (error instanceof UnreadableFile) return EXIT.DATA;
  if (error instanceof ConfigurationError) return EXIT.CONFIG;
  return EXIT.FAILURE;
}

/** The reader of the output may have had enough (`| head`): the command goes on to its end, and to its exit code. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  const ignored = ignoredText();
  if (ignored !== undefined) process.stderr.write(`${ignored}\n`);
  process.exitCode = exitCodeOf(error);
});
