import { field } from '@mtg/commands';
import { registeredPerson } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../foundation/street-commands';
import { Person } from '../person';

/** A person is registered once, by the subject of the token that they sign in with. */
export const registerPerson = defineCommand({
  name: 'registerPerson',
  description: zhEn(
    '登记人员：姓名、令牌中的人员标识、到岗日期',
    'Registers a person in the service of the street: name, subject of their token and first day',
  ),
  input: {
    name: field.mark(zhEn('姓名', 'Name')),
    subject: field.code(zhEn('令牌中的人员标识，唯一', 'Subject of the person’s token, unique')),
    since: field.day(
      zhEn('到岗日期，不晚于今天', 'First day in the service of the street, today or earlier'),
    ),
  },
  payload: { person: () => Person },
  execute: async (input, transaction) => {
    const known = await transaction.find(Person, { subject: input.subject, sample: transaction.sample });
    if (known) {
      throw refuse.badInput('subject', {
        zh: `该人员标识已登记为“${known.name}”。请更正标识，或使用已登记的人员`,
        en: `This subject is registered already, as “${known.name}”. Correct it, or use the person registered`,
      });
    }
    return { person: await transaction.insert(Person, registeredPerson(transaction, input)) };
  },
});
