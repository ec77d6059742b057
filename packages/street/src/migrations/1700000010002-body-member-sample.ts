import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unique indexes of `body_member` with the columns they had and the members they are about. */
const INDEXES = [
  ...['WORKING_COMMITTEE_SECRETARY', 'STREET_OFFICE_DIRECTOR', 'COMMUNITY_PARTY_SECRETARY'].map((office) => ({
    name: `body_member_one_${office.toLowerCase()}`,
    columns: 'body_code',
    members: `state = 'APPOINTED' AND position <> 'MEMBER' AND '${office}' = ANY (offices)`,
  })),
  { name: 'body_member_one_holder', columns: 'body_code, seat', members: `state = 'APPOINTED'` },
] as const;

/** A seat has one holder among the sample members and one among the others: neither takes it from the other. */
export class BodyMemberSample1700000010002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(INDEXES.map((index) => rebuilt(index, `${index.columns}, sample`)).join('\n'));
  }

  /** @throws a unique violation while sample members hold what others hold too: remove the sample data first */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(INDEXES.map((index) => rebuilt(index, index.columns)).join('\n'));
  }
}

const rebuilt = ({ name, members }: (typeof INDEXES)[number], columns: string): string =>
  `DROP INDEX ${name}; CREATE UNIQUE INDEX ${name} ON body_member (${columns}) WHERE ${members};`;
