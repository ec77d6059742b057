import { field } from '@mtg/commands';
import { confirmedConsultation } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { Consultation } from '../consultation';
import { ConsultationComment } from '../consultation-comment';
import { targetOfConsultation } from '../target-of-consultation';

/** R18: the department or the center comments on a consultation. */
export const commentOnConsultation = defineCommand({
  name: 'commentOnConsultation',
  description: zhEn(
    '对月会商提意见(R18)',
    'Comments on a consultation, by the department or the center (R18)',
  ),
  input: { consultationId: Consultation.id(), text: field.text(zhEn('意见', 'Comment')) },
  payload: { consultation: () => Consultation, consultationComment: () => ConsultationComment },
  target: targetOfConsultation,
  execute: async ({ consultationId, text }, transaction) => {
    const consultation = await transaction.get(Consultation, consultationId);
    const { role, subject } = transaction.actor;
    const comment = { consultationId, text, authorRole: role, author: subject };
    return { consultation, consultationComment: await transaction.insert(ConsultationComment, comment) };
  },
});

/** R18: the department confirms what its officer has read. */
export const confirmConsultation = defineCommand({
  name: 'confirmConsultation',
  description: zhEn('确认月会商(R18)', 'Confirms a consultation for the department (R18)'),
  input: { consultationId: Consultation.id(), expectedVersion },
  payload: { consultation: () => Consultation },
  target: targetOfConsultation,
  execute: async ({ consultationId, expectedVersion }, transaction) => {
    const consultation = await transaction.get(Consultation, consultationId, { expectedVersion });
    return {
      consultation: await transaction.change(consultation, confirmedConsultation(transaction, consultation)),
    };
  },
});
