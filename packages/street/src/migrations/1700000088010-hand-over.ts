import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Handovers of what people had open. Orders and plans keep what they were; a handed-over plan is replaced once. */
export class HandOver1700000088010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE hand_over (${WORK_ROW_COLUMNS},
        from_person_id uuid NOT NULL CONSTRAINT hand_over_from_person_fk REFERENCES person (id),
        to_person_id uuid NOT NULL CONSTRAINT hand_over_to_person_fk REFERENCES person (id),
        center_code text NOT NULL CONSTRAINT hand_over_center CHECK (btrim(center_code) <> ''),
        handed_over_on date NOT NULL,
        CONSTRAINT hand_over_to_another CHECK (from_person_id <> to_person_id)
      );
      CREATE INDEX hand_over_updated ON hand_over (updated_at, id);
      CREATE INDEX hand_over_from_person ON hand_over (from_person_id, id);
      CREATE INDEX hand_over_to_person ON hand_over (to_person_id, id);
      CREATE INDEX hand_over_center ON hand_over (center_code, id);
      CREATE INDEX hand_over_handed_over_on ON hand_over (handed_over_on, id);
      CREATE TRIGGER hand_over_immutable BEFORE UPDATE OR DELETE ON hand_over
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();

      CREATE TABLE handed_over_item (${WORK_ROW_COLUMNS},
        hand_over_id uuid NOT NULL CONSTRAINT handed_over_item_hand_over_fk REFERENCES hand_over (id),
        work_order_id uuid CONSTRAINT handed_over_item_work_order_fk REFERENCES work_order (id),
        visit_plan_id uuid CONSTRAINT handed_over_item_visit_plan_fk REFERENCES visit_plan (id),
        new_visit_plan_id uuid CONSTRAINT handed_over_item_new_visit_plan_fk REFERENCES visit_plan (id),
        CONSTRAINT handed_over_item_one CHECK (num_nonnulls(work_order_id, visit_plan_id) = 1),
        CONSTRAINT handed_over_item_replaced CHECK ((visit_plan_id IS NULL) = (new_visit_plan_id IS NULL))
      );
      CREATE INDEX handed_over_item_updated ON handed_over_item (updated_at, id);
      CREATE INDEX handed_over_item_hand_over ON handed_over_item (hand_over_id, id);
      CREATE INDEX handed_over_item_work_order ON handed_over_item (work_order_id, id);
      CREATE INDEX handed_over_item_visit_plan ON handed_over_item (visit_plan_id, id);
      CREATE INDEX handed_over_item_new_visit_plan ON handed_over_item (new_visit_plan_id, id);
      CREATE UNIQUE INDEX handed_over_item_plan_once ON handed_over_item (visit_plan_id);
      CREATE TRIGGER handed_over_item_immutable BEFORE UPDATE OR DELETE ON handed_over_item
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE handed_over_item, hand_over');
  }
}
