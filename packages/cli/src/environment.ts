export type Environment = Readonly<Record<string, string | undefined>>;

/** What this program is told by its environment. The one place where it reads it. */
// oxlint-disable-next-line node/no-process-env
export const ENVIRONMENT: Environment = process.env;
