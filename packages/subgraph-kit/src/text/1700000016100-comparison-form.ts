import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Characters that cannot be seen: Default_Ignorable_Code_Point of Unicode. */
const UNSEEN = String.raw`\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF`;

/** Radicals that NFKC leaves as they are, and the characters that they look like. */
const RADICALS = '⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰';
const CHARACTERS = '民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙';

/** Comparison form of texts in SQL, like `comparisonForm`, for indexes and queries. */
export class ComparisonForm1700000016100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(String.raw`
      CREATE FUNCTION comparison_form(given text) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN btrim(regexp_replace(
          translate(normalize(regexp_replace(given, '[${UNSEEN}]', '', 'g'), NFKC), '${RADICALS}', '${CHARACTERS}'),
          '[ \t\n\r\u2800]+', ' ', 'g'), ' ');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION comparison_form');
  }
}
