import type { ProcurementNeedReference, SocialOrganizationReference } from '@mtg/governance';
import { z } from 'zod';

export const NEED = `query ($id: UUID!) {
  district { procurementNeed(id: $id) { title sample catalogue { id number year inForce survey { id } } } }
}`;

export const needShape = z.object({
  data: z.object({
    district: z.object({
      procurementNeed: z
        .object({
          title: z.string(),
          sample: z.boolean(),
          catalogue: z.object({
            id: z.string(),
            number: z.string(),
            year: z.number(),
            inForce: z.boolean(),
            survey: z.object({ id: z.string() }),
          }),
        })
        .nullable(),
    }),
  }),
});

/** A need of a catalogue as the district has it, with the ids of what it rests on. */
export interface CitedNeed extends ProcurementNeedReference {
  readonly catalogueId: string;
  readonly surveyId: string;
  readonly sample: boolean;
}

export function citedNeed({ data }: z.infer<typeof needShape>): CitedNeed | null {
  const { procurementNeed: need } = data.district;
  if (!need) return null;
  const { title, sample, catalogue } = need;
  return {
    title,
    sample,
    catalogueId: catalogue.id,
    catalogueNumber: catalogue.number,
    catalogueYear: catalogue.year,
    inForce: catalogue.inForce,
    surveyId: catalogue.survey.id,
  };
}

export const ORGANIZATION = `query ($id: UUID!) {
  district { socialOrganization(id: $id) { name kind since until sample } }
}`;

export const organizationShape = z.object({
  data: z.object({
    district: z.object({
      socialOrganization: z
        .object({
          name: z.string(),
          kind: z.string(),
          since: z.string(),
          until: z.string().nullable(),
          sample: z.boolean(),
        })
        .nullable(),
    }),
  }),
});

/** An organization as the district's registry has it. */
export interface CitedOrganization extends SocialOrganizationReference {
  readonly sample: boolean;
}
