import type { ComposeService } from './compose-types';

/** The server settings on a database's command line. */
export const serverSettings = (service: ComposeService): Map<string, string> =>
  new Map(
    (service.command ?? [])
      .filter((argument) => argument.startsWith('-c'))
      .map((argument) => {
        const [name = '', value = ''] = argument.slice(2).trim().split('=');
        return [name, value] as const;
      }),
  );
