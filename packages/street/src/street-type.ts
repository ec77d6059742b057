import {
  createStreetObject,
  streetReferences,
  zhEn,
  type Class,
  type ReferenceResolvers,
} from '@mtg/subgraph-kit';
import { Query, Resolver } from 'type-graphql';
import { Street } from './foundation/street-interface';
import type { StreetIdentity } from './foundation/street-profile';

/** The street's own concrete type, the root field that serves it and the way in from other subgraphs. */
export interface StreetType {
  readonly type: Class;
  readonly rootResolver: Class;
  readonly referenceResolvers: ReferenceResolvers;
}

/** Makes the concrete type of one street, and `Query.<name>`, by which its subgraph is a whole API when deployed alone. */
export function createStreetType(identity: StreetIdentity): StreetType {
  const ConcreteStreet = createStreetObject(Street, identity);

  @Resolver(() => ConcreteStreet)
  class RootResolver {
    @Query(() => ConcreteStreet, {
      name: identity.name,
      nullable: true,
      description: zhEn(
        identity.title,
        `The street ${identity.code}. Null while its subgraph is unavailable`,
      ),
    })
    root() {
      return new ConcreteStreet();
    }
  }

  return {
    type: ConcreteStreet,
    rootResolver: RootResolver,
    referenceResolvers: streetReferences(identity, ConcreteStreet),
  };
}
