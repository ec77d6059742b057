import { comparisonForm } from '@mtg/governance';
import { IsNull, type EntityManager } from 'typeorm';
import type { StreetProfile } from '../foundation/street-profile';
import { Places } from '../organization/places';
import { Person } from '../people/person';

/** The centers, communities and people of a street, for a file that names them. */
export class PastNames {
  readonly #people = new Map<string, readonly Person[]>();

  private constructor(
    readonly places: Places,
    people: readonly Person[],
  ) {
    for (const person of people) this.add(person);
  }

  /** Adds a person whom the file registers, so that its further lines can name them. */
  add(person: Person): void {
    for (const form of new Set([person.name, person.subject].map(comparisonForm))) {
      this.#people.set(form, [...this.peopleNamed(form), person]);
    }
  }

  static async of(manager: EntityManager, profile: StreetProfile): Promise<PastNames> {
    const people = await manager.find(Person, { where: { sample: false, deletedAt: IsNull() } });
    return new PastNames(await Places.of(manager, profile), people);
  }

  /** True if the street keeps a register of people. */
  get hasRegister(): boolean {
    return this.#people.size > 0;
  }

  /** People with this name or subject: several where namesakes are registered. */
  peopleNamed(text: string): readonly Person[] {
    return this.#people.get(comparisonForm(text)) ?? [];
  }
}
