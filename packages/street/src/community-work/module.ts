import type { StreetModule } from '../street-module';

/** What reaches communities, and who goes there. */
export const communityWorkModule: StreetModule = {
  entities: [],
  migrations: [],
  commands: [],
  readables: [],
  resolvers: [],
};
