/** Starts the doors of files and jobs in a process of their own. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function startServer({ part, streets }) {
  const codes = [...streets, 'district'].map((each) => each.toUpperCase());
  const directory = await mkdtemp(join(tmpdir(), 'bench-jobs-'));
  const program = join(import.meta.dirname, 'server.mjs');
  const server = fork(program, [part('insight').databaseUrl, directory, ...codes]);
  const [{ address }] = await once(server, 'message');
  return {
    address,
    async usage() {
      server.send('usage');
      const [{ cpu, peak, blocked }] = await once(server, 'message');
      return { cpu: (cpu.user + cpu.system) / 1e6, peak, blocked };
    },
    async download(file) {
      const [answer] = await once(get(`${address}/bi/${file}`), 'response');
      if (answer.statusCode !== 200) throw new Error(`${file}: ${answer.statusCode}`);
      answer.resume();
      await once(answer, 'end');
    },
    async stop() {
      server.disconnect();
      await once(server, 'exit');
      await rm(directory, { recursive: true });
    },
  };
}
