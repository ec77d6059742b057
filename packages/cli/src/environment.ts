export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings of this program from its environment. The one place where it reads it. */
// oxlint-disable-next-line node/no-process-env
export const ENVIRONMENT: Environment = process.env;
