import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Preloaded, so that a process says how much processor time it has used. */
const HOOK = new URL('processor-time.mjs', import.meta.url).href;

/**
 * Starts a process that serves GraphQL, in production settings, and waits until it listens.
 *
 * @param {{ node?: string, program: string, environment: Record<string, string>, profiles?: string }} options
 *   `profiles` is a folder for a profile of the process, written when it ends
 */
export async function serve({ node = process.execPath, program, environment, profiles }) {
  const profiling = profiles ? ['--cpu-prof', '--cpu-prof-interval', '200', '--cpu-prof-dir', profiles] : [];
  const child = spawn(node, ['--import', HOOK, ...profiling, program], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // oxlint-disable-next-line node/no-process-env -- a child needs PATH and the like
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  });
  const answerOf = (isIt) =>
    new Promise((resolve, reject) => {
      const ended = (code) => reject(new Error(`${program} ended with ${code}`));
      child.once('exit', ended);
      child.on('message', function listen(message) {
        if (!isIt(message)) return;
        child.off('exit', ended).off('message', listen);
        resolve(message);
      });
    });
  const { url } = await answerOf(
    (message) => message.url !== undefined || message.phase === 'listening',
  ).then(({ url, detail }) => ({ url: url ?? `${detail}/graphql` }));
  return {
    url,
    /** Milliseconds of all its threads since it began. */
    async processorTime() {
      const answer = answerOf((message) => message.processorTime !== undefined);
      child.send('processor-time');
      const { user, system } = (await answer).processorTime;
      return (user + system) / 1000;
    },
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
