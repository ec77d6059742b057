import { field } from '@mtg/commands';
import { begunOn, MARK, SocialOrganizationKind } from '@mtg/governance';
import { looksLike, refuse, zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../district-commands';
import { SocialOrganization } from './social-organization';

/** R29, R30: an organization enters the registry, from which streets choose. */
export const registerOrganization = defineCommand({
  name: 'registerOrganization',
  description: zhEn(
    '登记社会组织，供街道对接和购买服务(R29、R30)',
    'Registers a social organization, to which centers are linked (R29) and from which services are procured (R30)',
  ),
  input: {
    kind: field.choice(SocialOrganizationKind, zhEn('种类', 'Kind')),
    name: field.mark(zhEn('名称，唯一', 'Name, unique')),
    serviceField: field.line(zhEn('服务领域', 'Field of its services')),
    registrationNumber: field.ruled(
      zhEn('登记证号，未登记的不填', 'Registration number. Omit if it is not registered as a legal person'),
      MARK,
    ),
    since: field.day(zhEn('在册起始日期，不晚于今天', 'First day in the registry, today or earlier')),
  },
  payload: { socialOrganization: () => SocialOrganization },
  execute: async (input, transaction) => {
    const { name, registrationNumber } = input;
    const lasting = begunOn(transaction, input.since);
    const namesake = await transaction.find(SocialOrganization, { name: looksLike(name) });
    if (namesake) throw alreadyThere('name', namesake);
    const holder =
      registrationNumber === null
        ? null
        : await transaction.find(SocialOrganization, { registrationNumber: looksLike(registrationNumber) });
    if (holder) throw alreadyThere('registrationNumber', holder);
    return { socialOrganization: await transaction.insert(SocialOrganization, { ...input, ...lasting }) };
  },
});

const alreadyThere = (field: string, { name }: SocialOrganization) =>
  refuse.badInput(field, {
    zh: `“${name}”已登记在册。请核对，或引用已登记的社会组织`,
    en: `“${name}” is already registered. Correct the value, or cite the registered organization`,
  });
