import {
  ConfigurationError,
  EXIT,
  ignoredText,
  isDatabaseUnavailable,
  UnreadableFile,
} from '@mtg/subgraph-kit';
import { CommanderError, type Command } from 'commander';
import { CommandFailure } from './command-failure';
import { createProgram } from './program';

/**
 * Runs `mtg` as the given words say.
 *
 * @param given the words after the name of the program
 * @returns the exit code
 */
export async function run(given: readonly string[]): Promise<number> {
  const program = createProgram();
  throwUsageErrors(program);
  try {
    await program.parseAsync(given, { from: 'user' });
    return Number(process.exitCode ?? EXIT.OK);
  } catch (error) {
    // Commander has said what is wrong. It counts a wrong command line as 1; here 1 is for what failed.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE;
    process.stderr.write(`${sentenceOf(error)}\n`);
    const ignored = ignoredText();
    if (ignored !== undefined) process.stderr.write(`${ignored}\n`);
    return exitCodeOf(error);
  }
}

/** Has commander throw where it would end the process. */
function throwUsageErrors(command: Command): void {
  command.exitOverride();
  command.commands.forEach(throwUsageErrors);
}

/** Message of an error. Node's message for an unreachable server can be empty and names no correction. */
const sentenceOf = (error: unknown): string => {
  if (isDatabaseUnavailable(error)) {
    return '数据库连接不上，请确认它在运行、DATABASE_OWNER_URL 正确 · The database cannot be reached. Check that it is running and that DATABASE_OWNER_URL is correct';
  }
  return error instanceof Error ? error.message : String(error);
};

function exitCodeOf(error: unknown): number {
  if (error instanceof CommandFailure) return error.exitCode;
  if (error instanceof UnreadableFile) return EXIT.DATA;
  if (error instanceof ConfigurationError) return EXIT.CONFIG;
  return EXIT.FAILURE;
}
