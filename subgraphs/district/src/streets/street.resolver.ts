import { shownCode } from '@mtg/governance';
import { zhEn, refuse, type StreetFields } from '@mtg/subgraph-kit';
import { Arg, ID, Query, Resolver } from 'type-graphql';
import { findStreet, Street, STREET_STUBS } from './street';

@Resolver(() => Street)
export class StreetResolver {
  @Query(() => [Street], {
    nullable: 'itemsAndList',
    description: zhEn('全部街道', 'Streets of the district, ordered by division code'),
  })
  streets(): StreetFields[] {
    return allStreets();
  }

  @Query(() => Street, { nullable: true, description: zhEn('按代码取街道', 'Street with this code') })
  street(
    @Arg('code', () => ID, { description: zhEn('街道代码，如 DAYU', 'Code of the street, e.g. DAYU') })
    code: string,
  ): StreetFields {
    return streetByCode(code);
  }
}

export const allStreets = (): StreetFields[] => STREET_STUBS.map(({ type: StreetStub }) => new StreetStub());

/** @throws PublicError NOT_FOUND, naming the codes there are */
function streetByCode(code: string): StreetFields {
  const street = findStreet(code);
  if (street) return street;
  const codes = STREET_STUBS.map(({ listing }) => listing.code).join(', ');
  throw refuse.unknown('code', {
    zh: `没有代码为“${shownCode(code)}”的街道。请使用其中之一：${codes}`,
    en: `There is no street “${shownCode(code)}”. Use one of: ${codes}`,
  });
}
