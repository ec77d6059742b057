import { requireEntry } from '@mtg/governance';
import { defineCorrection } from '../../foundation/corrections/define-correction';
import { Leave } from '../leave';
import { Person } from '../person';
import { PostHolding } from '../post-holding';

/** A name, a subject or a first day that was registered wrongly. A person is registered once, by their subject. */
export const personCorrection = defineCorrection({
  name: 'correctPerson',
  says: {
    zh: '更正人员登记：姓名、令牌中的人员标识或到岗日期；到岗日期不晚于今天，也不晚于任职和休假之日',
    en: 'Corrects the entry of a person: name, subject of their token or first day. The first day is today or earlier, and not after a post or a leave of the person',
  },
  table: Person,
  columns: ['name', 'subject', 'since'],
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
