import type { StreetModule } from '../street-module';

/** Projects, work orders and what becomes of them. */
export const dispatchModule: StreetModule = {
  entities: [],
  migrations: [],
  commands: [],
  readables: [],
  resolvers: [],
};
