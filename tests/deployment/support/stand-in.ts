import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { freePort, type Cluster } from '@mtg/platform';
import { query } from '../../startup/support/query';
import { Scratch } from '../../startup/support/scratch';
import { COMPOSE_FILE, PROJECT, readCompose } from './compose-file';
import type { ComposeFile, ComposeService } from './compose-types';

const SECRETS_FOLDER = '/run/secrets/';

/** The port that a PostgreSQL container listens on. */
const DATABASE_PORT = 5432;

/**
 * Stand-in for Docker's gifts to containers: secrets in files, databases that ask for the password,
 * and addresses by name, for those who share a network with the name's owner. Every service has a loopback port of its
 * own instead of an address of its own.
 */
export class StandIn {
  readonly compose: ComposeFile = readCompose();
  private readonly scratch = new Scratch();
  private readonly ports = new Map<string, number>();
  private readonly clusters = new Map<string, Cluster>();

  constructor() {
    const secrets = this.scratch.path('secrets');
    mkdirSync(secrets);
    cpSync(COMPOSE_FILE, this.scratch.path('docker-compose.yml'));
    cpSync(join(PROJECT, 'secrets', 'make.sh'), join(secrets, 'make.sh'));
    execFileSync('sh', [join(secrets, 'make.sh')]);
  }

  /** Starts what a database service would be: its user, its database, the password in its secret. */
  async startDatabase(name: string): Promise<void> {
    const service = this.service(name);
    const environment = this.environment(name);
    const [user, database] = [environment['POSTGRES_USER'] ?? '', environment['POSTGRES_DB'] ?? ''];
    const password = readFileSync(environment['POSTGRES_PASSWORD_FILE'] ?? '', 'utf8');
    if (!service.image?.startsWith('postgres:')) throw new Error(`${name} is no database`);
    const cluster = await this.scratch.startCopy(name, { databases: [] });
    this.clusters.set(name, cluster);
    this.ports.set(name, cluster.port);
    // As the image's first start does.
    await query(cluster.url(), `CREATE ROLE "${user}" SUPERUSER LOGIN PASSWORD '${password}'`);
    await query(cluster.url(), `CREATE DATABASE "${database}" OWNER "${user}"`);
  }

  /** Rows of a query by the administrator of a database service, in one of its databases. */
  async ask(database: string, text: string, name?: string): Promise<readonly Record<string, unknown>[]> {
    const cluster = this.clusters.get(database);
    if (!cluster) throw new Error(`${database} was not started`);
    return query(cluster.url(name), text);
  }

  service(name: string): ComposeService {
    const service = this.compose.services[name];
    if (!service) throw new Error(`docker-compose.yml has no service "${name}"`);
    return service;
  }

  /** The loopback port that stands for a service. It has no listener until the service is started. */
  async port(name: string): Promise<number> {
    const port = this.ports.get(name) ?? (await freePort());
    this.ports.set(name, port);
    return port;
  }

  /** Gives every program its port, so that addresses can be told before their owners are started. */
  async assignPorts(): Promise<void> {
    for (const name of Object.keys(this.compose.services)) await this.port(name);
  }

  /** A service's environment, with secrets, names and ports replaced by what stands for them here. */
  environment(name: string): Record<string, string> {
    const service = this.service(name);
    const given = Object.entries(service.environment ?? {}).map(
      ([key, value]) => [key, this.translate(name, service, String(value ?? ''))] as const,
    );
    return Object.fromEntries(given);
  }

  async clear(): Promise<void> {
    await this.scratch.clear();
  }

  private translate(name: string, service: ComposeService, value: string): string {
    if (value.startsWith(SECRETS_FOLDER)) return this.secret(name, service, basename(value));
    return value.replace(/(?<=:\/\/(?:[^/@]*@)?)([a-z0-9-]+):(\d+)/g, (_all, host: string, port: string) =>
      this.address(name, service, host, Number(port)),
    );
  }

  private secret(name: string, service: ComposeService, secret: string): string {
    const file = this.compose.secrets[secret]?.file;
    if (!service.secrets?.includes(secret) || file === undefined) {
      throw new Error(`the service "${name}" has no secret "${secret}"`);
    }
    return this.scratch.path(file);
  }

  private address(name: string, service: ComposeService, host: string, port: number): string {
    const owner = this.service(host);
    const common = owner.networks?.some((network) => service.networks?.includes(network)) === true;
    if (!common) throw new Error(`"${name}" and "${host}" share no network`);
    const listens = Number(owner.environment?.['PORT'] ?? DATABASE_PORT);
    if (port !== listens) throw new Error(`"${host}" listens on ${listens}, "${name}" asks at ${port}`);
    return `127.0.0.1:${this.ports.get(host)}`;
  }
}
