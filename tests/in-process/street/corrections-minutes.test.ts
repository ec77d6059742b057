import type { Actor } from '@mtg/access';
import { correctable } from '../../support/target-fixtures/corrections';
import { dispatchStage, head, people, type DispatchStage } from '../../support/dispatch';
import { HERE } from '../../support/everybody';
import { refusal } from './community-work-support';

let stage: DispatchStage;
beforeEach(async () => {
  stage = await dispatchStage();
});
afterEach(() => stage.dayu.close());

type Input = Readonly<Record<string, unknown>>;

describe('issued minutes', () => {
  const RIGHT = { number: '大峪纪更〔2026〕1号', text: '由健康中心落实四处', reason: '记录有误' };
  const issue = (minutesItemId: string, input: Input = {}, as: Actor = people.clerk) =>
    stage.run(
      'issueMinutesCorrection',
      { minutesItemId, ...RIGHT, ...input },
      as,
      'minutes { state version } minutesCorrection { number oldText newText reason issuer role }',
    );
  const corrections = () => stage.dayu.store.query('SELECT * FROM minutes_correction ORDER BY id');
  const itemText = async (id: string) =>
    (await stage.dayu.store.query(`SELECT text FROM minutes_item WHERE id = '${id}'`))[0]?.['text'] as string;

  test('stay as they are, and are corrected by documents that follow each other', async () => {
    const id = await stage.minutesItem('JOINT', 'ISSUED');
    const text = await itemText(id);
    const { payload } = await issue(id);
    expect(payload).toMatchObject({
      minutes: { state: 'ISSUED' },
      minutesCorrection: {
        oldText: text,
        newText: RIGHT.text,
        number: RIGHT.number,
        reason: RIGHT.reason,
        issuer: people.clerk.subject,
        role: 'COMMITTEE_CLERK',
      },
    });
    const second = await issue(id, { number: '大峪纪更〔2026〕2号', text: '由健康中心落实五处' });
    expect(second.payload).toMatchObject({ minutesCorrection: { oldText: RIGHT.text } });
    const shown = await stage.read(
      `query ($id: UUID!) { dayu { minutesItem(id: $id) { text corrections { newText } } minutesCorrections { totalCount } } }`,
      { id },
      people.leader,
    );
    expect(shown).toEqual({
      minutesItem: { text, corrections: [{ newText: RIGHT.text }, { newText: '由健康中心落实五处' }] },
      minutesCorrections: { totalCount: 2 },
    });
  });

  test('a number is used once, and nothing is corrected twice', async () => {
    const id = await stage.minutesItem('JOINT', 'ISSUED');
    await issue(id);
    const before = await corrections();
    for (const [input, field] of [
      [{ text: '六处' }, 'input.number'],
      [{ number: '大峪纪更〔2026〕3号' }, 'input.text'],
      [{ number: '大峪纪更〔2026〕3号', text: '六处', reason: '——' }, 'input.reason'],
    ] as const) {
      expect(refusal(await issue(id, input))).toMatchObject({ code: 'BAD_USER_INPUT', field });
    }
    expect(await corrections()).toEqual(before);
  });

  test('a draft is revised, and those who do not issue minutes correct none', async () => {
    expect(refusal(await issue(await stage.minutesItem('JOINT', 'DRAFT')))).toMatchObject({
      code: 'CONFLICT',
    });
    const issued = await stage.minutesItem('JOINT', 'ISSUED');
    for (const as of [head, people.office]) {
      expect(refusal(await issue(issued, {}, as))).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await corrections()).toEqual([]);
  });

  test('the database takes no correction of a draft', async () => {
    const draft = await stage.minutesItem('JOINT', 'DRAFT');
    await expect(
      stage.dayu.runtime.query(
        `INSERT INTO minutes_correction (created_at, updated_at, minutes_item_id, number, old_text, new_text, reason, issuer, role)
         VALUES (now(), now(), '${draft}', 'x', 'a', 'b', 'c', 'd', 'e')`,
      ),
    ).rejects.toThrow('the minutes are not issued');
  });
});

describe('the entry of a person', () => {
  const correct = (personId: unknown, input: Input, as: Actor = people.clerk) =>
    stage.run(
      'correctPerson',
      { personId, reason: '登记时笔误', ...input },
      as,
      'person { name subject since } corrections { field oldValue newValue }',
    );
  const register = async () => (await correctable(stage, 'correctPerson', HERE))['personId'];

  test('gets the right name and subject, and its history is kept', async () => {
    const { payload } = await correct(await register(), { name: '赵二', subject: 'zhao-right' });
    expect(payload).toMatchObject({
      person: { name: '赵二', subject: 'zhao-right', since: '2026-03-01' },
      corrections: [
        { field: 'name', oldValue: '赵一', newValue: '赵二' },
        { field: 'subject', newValue: 'zhao-right' },
      ],
    });
  });

  test('is refused with the subject of another, a day after a post, or by another role', async () => {
    const [id, other] = [await register(), await register()];
    await stage.add('post_holding', {
      person_id: id,
      kind: 'STAFF',
      center_code: 'HEALTH',
      since: '2026-03-02',
    });
    const [same] = await stage.dayu.store.query(`SELECT subject FROM person WHERE id = '${String(other)}'`);
    const before = await stage.dayu.store.query('SELECT * FROM person ORDER BY id');
    expect(refusal(await correct(id, { subject: same?.['subject'] }))).toMatchObject({
      field: 'input.subject',
    });
    expect(refusal(await correct(id, { since: '2026-03-03' }))).toMatchObject({ field: 'input.since' });
    expect(refusal(await correct(id, { name: '赵二' }, head))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await stage.dayu.store.query('SELECT * FROM person ORDER BY id')).toEqual(before);
    await expect(stage.dayu.runtime.query(`UPDATE person SET name = 'x'`)).rejects.toThrow(
      'keeps no correction',
    );
  });
});
