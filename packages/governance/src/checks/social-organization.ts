import type { Bilingual } from '../bilingual';
import type { LocalDay } from '../time/local-day';
import { labelOf } from '../vocabulary/labelled';
import { SOCIAL_ORGANIZATION_KIND_LABELS } from '../vocabulary/services';
import type { Maybe } from './facts';

/** An organization of the district's registry that something refers to. */
export interface SocialOrganizationReference {
  readonly name: string;
  readonly kind: string;
  readonly since: LocalDay;
  /** Last day in the registry. */
  readonly until?: Maybe<LocalDay>;
}

/** Reason for which an organization is not in the registry on a day; undefined when it is. */
export function problemOfOrganization(
  { name, since, until }: SocialOrganizationReference,
  today: LocalDay,
): Bilingual | undefined {
  if (since > today) {
    return { zh: `${name} 自 ${since} 起才登记在册`, en: `${name} is registered only from ${since} on` };
  }
  return until && until < today
    ? { zh: `${name} 已于 ${until} 注销`, en: `${name} left the registry on ${until}` }
    : undefined;
}

/** The kind of an organization as it reads in a sentence. */
export const organizationKindName = (kind: string): Bilingual =>
  labelOf(SOCIAL_ORGANIZATION_KIND_LABELS, kind);
