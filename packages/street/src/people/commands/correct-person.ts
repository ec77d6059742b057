import { field } from '@mtg/commands';
import { requireEntry } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCorrection } from '../../foundation/corrections/define-correction';
import { Leave } from '../leave';
import { Person } from '../person';
import { PersonCorrection } from '../person-correction';
import { PostHolding } from '../post-holding';

/** A name, a subject or a first day that was registered wrongly. A person is registered once, by their subject. */
export const correctPerson = defineCorrection({
  name: 'correctPerson',
  description: zhEn(
    '更正人员登记：姓名、令牌中的人员标识或到岗日期，原值和理由保留',
    'Corrects the entry of a person: name, subject of their token or first day. The old values are kept with the reason',
  ),
  table: Person,
  corrections: PersonCorrection,
  columns: {
    name: field.mark(zhEn('更正后的姓名', 'Right name')),
    subject: field.code(zhEn('更正后的人员标识，唯一', 'Right subject of the person’s token, unique')),
    since: field.day(
      zhEn(
        '更正后的到岗日期，不晚于今天，也不晚于任职和休假之日',
        'Right first day in the service of the street, today or earlier, and not after a post or a leave of the person',
      ),
    ),
  },
  target: () => ({}),
  check: async (transaction, { id }, { name, subject, since }) => {
    const { sample } = transaction;
    const same = await transaction.find(Person, { subject, sample });
    const holdings = await transaction.list(PostHolding, { personId: id });
    const leaves = await transaction.list(Leave, { personId: id });
    const namesake = same && same.id !== id ? same.name : undefined;
    requireEntry(transaction, { name, since, namesake, terms: [...holdings, ...leaves] });
  },
});
