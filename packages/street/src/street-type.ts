import { PublicError, type ReferenceResolvers, Source, toSource, zhEn, type Class } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { Street } from './street-interface';
import type { StreetIdentity } from './street-profile';

/** The street's own concrete type, the root field that serves it and the way in from other subgraphs. */
export interface StreetType {
  readonly type: Class;
  readonly rootResolver: Class;
  readonly referenceResolvers: ReferenceResolvers;
}

/**
 * Makes the concrete type of one street. `code`, `name` and `divisionCode` are known to the district too, so that
 * they are there while the street is down; everything else belongs to the street alone.
 */
export function createStreetType(identity: StreetIdentity): StreetType {
  @Directive('@key(fields: "code")')
  @ObjectType(identity.typeName, { implements: Street, description: zhEn(identity.title, `The street ${identity.code}`) })
  class ConcreteStreet extends Street {
    @Directive('@shareable')
    @Field(() => ID, { description: zhEn('街道代码', `Code of the street: ${identity.code}`) })
    override code: string = identity.code;

    @Directive('@shareable')
    @Field(() => String, { description: zhEn('街道名称', 'Name of the street') })
    override name: string = identity.title;

    @Directive('@shareable')
    @Field(() => String, { description: zhEn('统计用区划代码(9位)', 'Statistical division code, 9 digits') })
    override divisionCode: string = identity.divisionCode;

    @Directive('@shareable')
    @Field(() => Source, { description: zhEn('来源', 'Source of these facts') })
    override source: Source = toSource(`nbs:${identity.divisionCode}`);
  }

  @Resolver(() => ConcreteStreet)
  class RootResolver {
    @Query(() => ConcreteStreet, {
      name: identity.name,
      nullable: true,
      description: zhEn(identity.title, `The street ${identity.code}; null while its subgraph is down`),
    })
    root(): ConcreteStreet {
      return new ConcreteStreet();
    }
  }

  return {
    type: ConcreteStreet,
    rootResolver: RootResolver,
    referenceResolvers: {
      [identity.typeName]: ({ code }) => {
        // Federation routes by type, never by key: a wrong code must not be answered with this street's rows.
        if (code !== identity.code) throw wrongStreet(identity, code);
        return new ConcreteStreet();
      },
    },
  };
}

const wrongStreet = (identity: StreetIdentity, code: unknown): PublicError =>
  new PublicError(
    'NOT_FOUND',
    `${identity.typeName} 只有代码 ${identity.code}，没有 ${String(code)} · ${identity.typeName} has the code ${identity.code} only, not ${String(code)}`,
    { field: 'code', street: identity.code },
  );
