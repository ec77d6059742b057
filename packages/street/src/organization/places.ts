import { centerTypeNamed, comparisonForm } from '@mtg/governance';
import { listReference } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { StreetProfile } from '../foundation/street-profile';
import { Community } from './community';
import { allCenters } from './organization.repository';
import { shortNameOf } from './short-name';

/** A center or a community. */
interface Place {
  readonly code: string;
  readonly name: string;
}

/** Codes of places by the form of what they are called; undefined for a name that several have. */
type Codes = ReadonlyMap<string, string | undefined>;

/** The centers and communities of a street, for a file that names them. */
export class Places {
  readonly #names: ReadonlyMap<string, string>;
  readonly #centers: Codes;
  readonly #communities: Codes;
  readonly #shortNames: Codes;

  private constructor(
    readonly centers: readonly Place[],
    communities: readonly Place[],
  ) {
    this.#names = new Map([...centers, ...communities].map(({ code, name }) => [code, name]));
    this.#centers = codesBy(centers, ({ code, name }) => [code, name]);
    this.#communities = codesBy(communities, ({ code, name }) => [code, name]);
    this.#shortNames = codesBy(communities, ({ name }) => [shortNameOf(name)]);
  }

  static async of(manager: EntityManager, profile: StreetProfile): Promise<Places> {
    return new Places(await allCenters(manager, profile), await listReference(manager, Community));
  }

  /** The code of the center with this code, number or name. */
  centerNamed(text: string): string | undefined {
    return this.#centers.get(comparisonForm(text)) ?? this.#centers.get(centerTypeNamed(text) ?? '');
  }

  /** The code of the community with this code or name; without its committee too, where that names a single one. */
  communityNamed(text: string): string | undefined {
    const form = comparisonForm(text);
    return this.#communities.get(form) ?? this.#shortNames.get(form);
  }

  nameOf(code: string): string {
    return this.#names.get(code) ?? code;
  }
}

function codesBy(places: readonly Place[], namesOf: (place: Place) => readonly string[]): Codes {
  const codes = new Map<string, string | undefined>();
  for (const place of places) {
    for (const form of new Set(namesOf(place).map(comparisonForm))) {
      codes.set(form, codes.has(form) ? undefined : place.code);
    }
  }
  return codes;
}
