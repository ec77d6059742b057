import { shownCode } from '@mtg/governance';
import { refuse } from '@mtg/service-kit';
import { Directive, Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import type { ReferenceResolvers } from './references';
import { zhEn } from './descriptions';
import { Source, toSource } from './source';

/** Facts about a street that every subgraph mentioning it knows. */
export interface KnownStreet {
  /** e.g. `DAYU` */
  readonly code: string;
  /** e.g. `大峪街道` */
  readonly title: string;
  /** e.g. `DayuStreet` */
  readonly typeName: string;
  /** Nine digits. */
  readonly divisionCode: string;
}

/** The fields of a street that the street and the district both serve: there even while the street is down. */
export abstract class StreetFields {
  code: string;
  name: string;
  divisionCode: string;
  source: Source;
}

export type StreetClass = abstract new () => StreetFields;

/**
 * Makes the plain interface `Street` of one subgraph: the streets' and the district's have different fields beyond
 * these. The gateway routes by the names of the concrete types that implement it.
 */
export function createStreetInterface(): StreetClass {
  @InterfaceType('Street', {
    autoRegisterImplementations: false,
    description: zhEn('街道(办事处)', 'Street: the lowest level of city government'),
  })
  abstract class Street extends StreetFields {
    @Field(() => ID, { description: zhEn('街道代码，如 DAYU', 'Code of the street, e.g. DAYU') })
    override code: string;

    @Field(() => String, { description: zhEn('街道名称', 'Name of the street') })
    override name: string;

    @Field(() => String, { description: zhEn('统计用区划代码(9位)', 'Statistical division code, 9 digits') })
    override divisionCode: string;

    @Field(() => Source, { description: zhEn('来源', 'Source of these facts') })
    override source: Source;
  }
  return Street;
}

/** Makes the concrete type of one street, an entity keyed by its code, over the subgraph's `Street` interface. */
export function createStreetObject(street: StreetClass, known: KnownStreet): new () => StreetFields {
  @Directive('@key(fields: "code")')
  @ObjectType(known.typeName, {
    implements: street,
    description: zhEn(known.title, `The street ${known.code}`),
  })
  class ConcreteStreet extends StreetFields {
    @Directive('@shareable')
    @Field(() => ID, { description: zhEn('街道代码', `Code of the street: ${known.code}`) })
    override code: string = known.code;

    @Directive('@shareable')
    @Field(() => String, { description: zhEn('街道名称', 'Name of the street') })
    override name: string = known.title;

    @Directive('@shareable')
    @Field(() => String, { description: zhEn('统计用区划代码(9位)', 'Statistical division code, 9 digits') })
    override divisionCode: string = known.divisionCode;

    @Directive('@shareable')
    @Field(() => Source, { description: zhEn('来源', 'Source of these facts') })
    override source: Source = toSource(`nbs:${known.divisionCode}`);
  }
  return ConcreteStreet;
}

/**
 * Resolves references to one street from other subgraphs. Federation routes by type, never by key, so that a wrong
 * code must be refused here: it would be answered with this street's rows otherwise.
 */
export const streetReferences = (known: KnownStreet, type: new () => StreetFields): ReferenceResolvers => ({
  [known.typeName]: ({ code }) => {
    if (code === known.code) return new type();
    const shown = shownCode(String(code));
    throw refuse.because(
      'NOT_FOUND',
      {
        zh: `${known.typeName} 只有代码 ${known.code}，没有 ${shown}。请使用 ${known.code}`,
        en: `${known.typeName} has only the code ${known.code}, not ${shown}. Use ${known.code}`,
      },
      { field: 'code' },
    );
  },
});
