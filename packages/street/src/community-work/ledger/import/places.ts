import { centerTypeNamed, comparisonForm } from '@mtg/governance';
import { listReference } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { StreetProfile } from '../../../foundation/street-profile';
import { Community } from '../../../organization/community';
import { allCenters } from '../../../organization/organization.repository';
import { shortNameOf } from '../../../organization/short-name';

/** A center or a community, as a file may call it. */
interface Place {
  readonly code: string;
  readonly name: string;
}

/** The centers and communities of a street, for a file that names them. */
export class Places {
  private constructor(
    readonly centers: readonly Place[],
    readonly communities: readonly Place[],
  ) {}

  static async of(manager: EntityManager, profile: StreetProfile): Promise<Places> {
    return new Places(await allCenters(manager, profile), await listReference(manager, Community));
  }

  /** The code of the center with this code, number or name. */
  centerNamed(text: string): string | undefined {
    const type: string | undefined = centerTypeNamed(text);
    return this.centers.find(({ code, name }) => code === type || isCalled(text, code, name))?.code;
  }

  /** The code of the community with this code or name, with or without its committee. */
  communityNamed(text: string): string | undefined {
    return this.communities.find(({ code, name }) => isCalled(text, code, name, shortNameOf(name)))?.code;
  }

  nameOf(code: string): string {
    return [...this.centers, ...this.communities].find((place) => place.code === code)?.name ?? code;
  }
}

const isCalled = (text: string, ...names: readonly string[]): boolean =>
  names.some((name) => comparisonForm(name) === comparisonForm(text));
