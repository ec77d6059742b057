import { BOOK_DIFFERENCE_LABELS, BookDifferenceKind } from '@mtg/governance';
import { refuse } from '@mtg/service-kit';
import type { FieldGroup } from '@mtg/access';
import {
  DateTime,
  registerVocabulary,
  UUID,
  zhEn,
  type Class,
  type SubgraphContext,
} from '@mtg/subgraph-kit';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver } from 'type-graphql';
import { requireReading } from '../reading/require-reading';
import { MOST_BOOK_ENTRIES } from './ask-book';
import type { BookEntry } from './book-entry';
import { reconciledBooks } from './reconciled-books';

registerVocabulary(
  BookDifferenceKind,
  'BookDifferenceKind',
  { zh: '资金账差异', en: 'Difference between two books of funds' },
  BOOK_DIFFERENCE_LABELS,
);

/** An entry without what it says. */
@Directive('@shareable')
@ObjectType({
  description: zhEn(
    '资金账的一笔，供对账',
    'State and digest of an entry in the books of funds, for reconciliation',
  ),
})
class FundBookEntry {
  @Field(() => UUID, {
    description: zhEn('转拨或收回的标识', 'Id of the transfer or the recall, as the district gave it'),
  })
  id: string;

  @Field(() => String, { description: zhEn('状态', 'State on this side') })
  state: string;

  @Field(() => String, { description: zhEn('内容的 SHA-256', 'SHA-256 of what both sides must agree on') })
  digest: string;
}

@Directive('@shareable')
@ObjectType({ description: zhEn('一笔差异', 'Entry that differs') })
class FundDifference {
  @Field(() => UUID, { description: zhEn('转拨或收回的标识', 'Id of the transfer or the recall') })
  id: string;

  @Field(() => BookDifferenceKind, { description: zhEn('如何不同', 'How it differs') })
  kind: BookDifferenceKind;
}

@Directive('@shareable')
@ObjectType({ description: zhEn('对账结果', 'Result of the last reconciliation with another side') })
class FundReconciliation {
  @Field(() => ID, { description: zhEn('街道代码，或 DISTRICT', 'Code of the street, or DISTRICT') })
  party: string;

  @Field(() => DateTime, { description: zhEn('对账时刻', 'Time of the comparison') })
  checkedAt: Date;

  @Field(() => Int, { description: zhEn('核对的笔数', 'Number of entries compared') })
  entries: number;

  @Field(() => [FundDifference], { description: zhEn('不一致的各笔', 'Entries that differ') })
  differences: readonly FundDifference[];
}

type BookReader = (context: SubgraphContext, ids: readonly string[]) => Promise<readonly BookEntry[]>;

/**
 * Makes the resolver that puts a side's books onto a type of the schema.
 *
 * @param entriesOf the entries among these ids, without sample data
 */
export function bookFields(type: Class, group: FieldGroup, entriesOf: BookReader): Class {
  @Resolver(() => type)
  class BookFields {
    @FieldResolver(() => [FundBookEntry], {
      nullable: true,
      description: zhEn(
        `所列标识的转拨和收回，没有的不在其中；至多 ${MOST_BOOK_ENTRIES} 个`,
        `Transfers and recalls with these ids, at most ${MOST_BOOK_ENTRIES}. Missing ones are left out`,
      ),
    })
    async fundBook(
      @Arg('ids', () => [UUID], { description: zhEn('标识', 'Ids') }) ids: string[],
      @Ctx() context: SubgraphContext,
    ): Promise<readonly FundBookEntry[]> {
      if (ids.length <= MOST_BOOK_ENTRIES) return entriesOf(context, ids);
      throw refuse.badArgument('ids', {
        zh: `一次至多 ${MOST_BOOK_ENTRIES} 个标识。请分批查询`,
        en: `takes at most ${MOST_BOOK_ENTRIES} ids. Ask for them in portions`,
      });
    }

    @FieldResolver(() => [FundReconciliation], {
      nullable: true,
      description: zhEn(
        '与对方资金账核对的结果；尚未核对为空列表',
        'Results of comparing the books of funds with the other sides. Empty before the first comparison',
      ),
    })
    fundReconciliations(@Ctx() context: SubgraphContext): FundReconciliation[] {
      const scope = requireReading(context, group);
      const all = [...reconciledBooks(context.database).values()];
      return scope.kind === 'ALL' ? all : all.filter(({ party }) => party === scope.of.STREET);
    }
  }
  return BookFields;
}
