import { field, type CommandTarget } from '@mtg/commands';
import { expectedVersion } from '../../foundation/common-inputs';
import type { StreetTransaction } from '../../foundation/street-commands';
import { ServiceProject } from './service-project';

/** A step of a service project names it with the version that was read. */
export const projectInput = { serviceProjectId: ServiceProject.id(), expectedVersion };

/** Steps are for the center in charge, and the evaluation for the community served. */
export const targetOfProject = async (
  { serviceProjectId }: { readonly serviceProjectId: string },
  transaction: StreetTransaction,
): Promise<CommandTarget> => {
  const project = await transaction.get(ServiceProject, serviceProjectId);
  return { center: project.centerCode, community: project.communityCode };
};

/** The project that a step names. */
export const projectInStep = (
  transaction: StreetTransaction,
  {
    serviceProjectId,
    expectedVersion,
  }: { readonly serviceProjectId: string; readonly expectedVersion: number },
): Promise<ServiceProject> => transaction.get(ServiceProject, serviceProjectId, { expectedVersion });

export const optionalText = (description: string) => field.optional(field.text(description));
