import { run } from './run';

/** The reader of the output may have had enough (`| head`): the command goes on to its end, and to its exit code. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Rejected when a package that the command needs was not built. */
export const ended = run(process.argv.slice(2)).then((code) => void (process.exitCode = code));
