import { field } from '@mtg/commands';
import { r11, requireNotEnded } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCorrection } from '../../../foundation/corrections/define-correction';
import { registeredIn } from '../registered-person';
import { WorkOrder } from '../work-order';

/** R11: what an order says, and who is responsible, is corrected until it ends. Its deadline is extended (grantExtension). */
export const workOrderCorrection = defineCorrection({
  name: 'correctWorkOrder',
  says: {
    zh: '更正派单的标题、内容或责任人；已办结或已取消的不再更正，时限由延期改变(R11)',
    en: 'Corrects title, content or responsible person of a work order that has not ended. Its deadline is extended instead (R11)',
  },
  table: WorkOrder,
  columns: ['title', 'content', 'responsiblePerson', 'responsiblePersonId'],
  inputs: {
    responsiblePersonId: field.uuid(
      zhEn(
        '更正后的责任人在人员名册中的标识，连同姓名填写；须今天在承办中心任职或代理(R11)',
        'Right id of the responsible person in the register, together with the name. The person holds a post in the center today or acts in one (R11)',
      ),
    ),
  },
  target: ({ centerCode }) => ({ center: centerCode }),
  check: async (transaction, order, after) => {
    requireNotEnded(transaction, order);
    const { responsiblePerson, responsiblePersonId } = after;
    const isOther = order.responsiblePersonId !== responsiblePersonId;
    if (!isOther && order.responsiblePerson === responsiblePerson) return;
    const registered = await registeredIn(transaction, responsiblePersonId, order.centerCode);
    // A person who has changed posts since stays responsible until another is named.
    const kept = registered && { ...registered, isInPost: registered.isInPost || !isOther };
    transaction.require(r11.check({ responsible: { responsiblePerson, registered: kept } }));
  },
});
