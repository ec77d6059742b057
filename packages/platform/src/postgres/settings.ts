/** Differences of a cluster from the default one. */
export interface SettingsOptions {
  /** False only for dispensable data, such as a test's: a crash of the machine may then damage it. */
  readonly durable: boolean;
}

/**
 * The server's settings, each stated once. `wal_level` and the number of slots are there from the first start because the
 * district's warehouse asks the streets for their changes, and changing them later needs a restart.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  max_connections: '100',
  shared_buffers: '64MB',
  wal_level: 'logical',
  max_replication_slots: '16',
  // A warehouse that never comes back must not fill the disk.
  max_slot_wal_keep_size: '1GB',
  max_wal_size: '512MB',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The supervisor recognises failures by their English text.
  lc_messages: 'C',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
};

const NOT_DURABLE: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  // A reader of the log sees a commit once it is written out; by default that takes up to 0.6 s if nothing waits for it.
  wal_writer_delay: '10ms',
  full_page_writes: 'off',
};

/** Name of the file beside `postgresql.conf` that includes it; rewritten at every start. */
export const SETTINGS_FILE = 'platform.conf';

export function renderSettings({ durable }: SettingsOptions): string {
  const settings = durable ? SETTINGS : { ...SETTINGS, ...NOT_DURABLE };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return [
    '# Written at every start. Settings of your own belong in postgresql.conf, below the include.',
    ...lines,
    '',
  ].join('\n');
}

/**
 * Settings that override any configuration file, given on the command line: the server is on the loopback
 * interface only and makes no socket file (in /tmp any user could make one first).
 */
export const enforcedArguments = (port: number): readonly string[] => [
  `--port=${port}`,
  '--listen_addresses=127.0.0.1',
  '--unix_socket_directories=',
];
