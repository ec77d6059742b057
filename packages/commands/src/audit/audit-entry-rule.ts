import { GovernanceRule, governanceRule, zhEn } from '@mtg/subgraph-kit';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { AuditEntry } from './audit-entry';

/** Leads from an audit entry to the rule that its command violated. */
@Resolver(() => AuditEntry)
export class AuditEntryRule {
  @FieldResolver(() => GovernanceRule, {
    nullable: true,
    description: zhEn('被违反的规则的内容', 'The violated rule. Null if none was'),
  })
  governanceRule(@Root() { rule }: AuditEntry): GovernanceRule | null {
    return rule === null ? null : governanceRule(rule);
  }
}
