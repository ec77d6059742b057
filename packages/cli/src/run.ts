import { ConfigurationError, EXIT, ignoredText } from '@mtg/service-kit/basics';
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
  const program = await createProgram(given[0]);
  throwUsageErrors(program);
  try {
    await program.parseAsync(given, { from: 'user' });
    return Number(process.exitCode ?? EXIT.OK);
  } catch (error) {
    // Commander has said what is wrong. It counts a wrong command line as 1; here 1 is for what failed.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE;
    process.stderr.write(`${await sentenceOf(error)}\n`);
    const ignored = ignoredText();
    if (ignored !== undefined) process.stderr.write(`${ignored}\n`);
    return await exitCodeOf(error);
  }
}

/** Has commander throw where it would end the process. */
function throwUsageErrors(command: Command): void {
  command.exitOverride();
  command.commands.forEach(throwUsageErrors);
}

/** Message of an error. Node's message for an unreachable server can be empty and names no correction. */
async function sentenceOf(error: unknown): Promise<string> {
  if (isKnown(error)) return error.message;
  const { isDatabaseUnavailable } = await import('@mtg/subgraph-kit');
  if (isDatabaseUnavailable(error)) {
    return '数据库连接不上，请确认它在运行、DATABASE_OWNER_URL 正确 · The database cannot be reached. Check that it is running and that DATABASE_OWNER_URL is correct';
  }
  return error instanceof Error ? error.message : String(error);
}

/** They have a sentence and an exit code of their own. */
const isKnown = (error: unknown): error is CommandFailure | ConfigurationError =>
  error instanceof CommandFailure || error instanceof ConfigurationError;

async function exitCodeOf(error: unknown): Promise<number> {
  if (error instanceof CommandFailure) return error.exitCode;
  if (error instanceof ConfigurationError) return EXIT.CONFIG;
  const { UnreadableFile } = await import('@mtg/subgraph-kit');
  return error instanceof UnreadableFile ? EXIT.DATA : EXIT.FAILURE;
}
