import { spawn, type ChildProcess } from 'node:child_process';
import { dirname } from 'node:path';
import { eventually } from '../../support/wait';
import { PROJECT } from './compose-file';
import { readImage } from './dockerfile';
import type { StandIn } from './stand-in';

/** How a process ended: its exit code and all that it wrote. */
export interface Ending {
  readonly code: number | null;
  readonly output: string;
}

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ending>;
  output(): string;
}

/** Runs what a container would: the same command, with what the image and the compose file give and nothing else. */
function run(command: readonly string[], environment: Readonly<Record<string, string>>): Running {
  const [program, ...rest] = command;
  if (program !== 'node') throw new Error(`not a command of the image: ${command.join(' ')}`);
  const child = spawn(process.execPath, rest, {
    cwd: PROJECT,
    env: { PATH: dirname(process.execPath), ...readImage().environment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  }
  return {
    child,
    output: () => output,
    ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, output }))),
  };
}

/** A service of docker-compose.yml as a plain process on the loopback interface. */
export class Container {
  private constructor(
    private readonly running: Running,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly healthcheck: readonly string[],
    readonly url: string,
  ) {}

  static async start(
    standIn: StandIn,
    name: string,
    changes: Readonly<Record<string, string>> = {},
  ): Promise<Container> {
    const { command = [], healthcheck } = standIn.service(name);
    const port = await standIn.port(name);
    const environment = {
      ...standIn.environment(name),
      // In place of an address of its own and of all addresses of its container.
      HOST: '127.0.0.1',
      PORT: String(port),
      ...changes,
    };
    const check = healthcheck?.test?.slice(1) ?? [];
    return new Container(run(command, environment), environment, check, `http://127.0.0.1:${port}`);
  }

  get ended(): Promise<Ending> {
    return this.running.ended;
  }

  /** Waits until it answers 200 there. */
  async answers(path: string): Promise<void> {
    const answered = async (): Promise<boolean> => {
      if (this.running.child.exitCode !== null) throw new Error(`it ended: ${this.running.output()}`);
      return fetch(this.url + path).then(
        ({ ok }) => ok,
        () => false,
      );
    };
    await eventually(`${this.url}${path} answers`, answered, 60_000).catch((error: unknown) => {
      throw new Error(`${String(error)}; it wrote:\n${this.running.output()}`);
    });
  }

  async ask(question: string): Promise<{ readonly data: unknown; readonly errors?: readonly unknown[] }> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: question }),
    });
    // The shape that every GraphQL server answers in; what is in it the tests compare.
    return response.json() as Promise<{ data: unknown; errors?: unknown[] }>;
  }

  /** Runs the service's health check as its container would; true means healthy. */
  async isHealthy(): Promise<boolean> {
    return (await run(this.healthcheck, this.environment).ended).code === 0;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ending> {
    this.running.child.kill(signal);
    return this.ended;
  }
}
