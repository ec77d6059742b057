import { CENTER_TYPES } from '@mtg/governance';
import { memberInOffice } from '../../support/appoint-past';
import { csv, pastYears, joint, weekly } from '../../support/past-years';

const { theStage, load, rows, count } = pastYears();

test('are refused as a whole where a report breaks a rule or a line cannot be read; every problem is told', async () => {
  const [head, first, ...others] = weekly('2026-03-06');
  const broken = csv([
    { ...head },
    { ...first, this_week: '' },
    { ...others[0], who: '健身中心' },
    ...others.slice(1),
    ...weekly('2027-03-05'),
    ...weekly('2026-03-13')
      .filter(({ entry }) => entry !== '缺席')
      .slice(0, 3),
  ]);
  const problems = await load('meetings', broken);
  expect(problems).toEqual([
    expect.stringMatching(/^3 this_week: R21：没有写明本周工作完成情况.* · R21: /u),
    expect.stringContaining('4 who: 本街道没有中心“健身中心”，请从中选择：'),
    expect.stringContaining('11 held_on: 2027-03-05 晚于今天（2027-01-11）'),
    expect.stringContaining('20 entry: R21：以下中心既没有通报'),
  ]);
  expect(await count('meeting', 'center_report', 'minutes', 'imported_entry')).toEqual([0, 0, 0, 0]);
});

test('have their numbers in the order of days, of the year in which they were held', async () => {
  await load('meetings', csv([...weekly('2026-03-13'), ...weekly('2026-03-06')]));
  expect(await rows('SELECT number, held_on::text AS day FROM meeting ORDER BY held_on')).toEqual([
    { number: '大峪周例〔2026〕第1号', day: '2026-03-06' },
    { number: '大峪周例〔2026〕第2号', day: '2026-03-13' },
  ]);
});

test('have one line that says which meeting it was, and a number of their own', async () => {
  const lines = weekly('2026-03-06');
  expect(await load('meetings', csv([{ ...lines[1], kind: '', held_on: '', title: '' }]))).toEqual([
    expect.stringContaining('2 entry: 会议“2026-03-06”须恰有一行的类别为“会议”'),
  ]);
  expect(await load('meetings', csv(lines.slice(0, 1).map((line) => ({ ...line, meeting: '' }))))).toEqual([
    expect.stringContaining('2 meeting: 没有会议编号'),
  ]);
});

test('ask the units of their own day: neither those that have left nor those that came since', async () => {
  const body = 'ENLARGED_WORKING_COMMITTEE';
  for (const unit of ['大峪医院', '大峪小学', '大峪银行'])
    await memberInOffice(theStage().dayu.database, body, unit);
  await theStage().dayu.database.query(
    `UPDATE body_member SET state = 'ENDED', end_document_number = '免1', ended_at = '2026-09-01' WHERE unit = '大峪医院'`,
  );
  await theStage().dayu.database.query(
    `UPDATE body_member SET appointed_at = '2026-06-01' WHERE unit = '大峪小学'`,
  );
  await theStage().dayu.database.query(
    `UPDATE body_member SET state = 'ENDED', end_document_number = '免2', ended_at = '2026-04-01' WHERE unit = '大峪银行'`,
  );
  for (const unit of ['大峪小学', '大峪银行']) {
    expect(await load('meetings', csv(joint('2026-05-12', unit)))).toEqual([
      expect.stringContaining(`3 who: “${unit}”不是当时`),
    ]);
  }
  expect(await load('meetings', csv(joint('2026-05-12', '大峪医院')))).toMatchObject({ inserted: 1 });
});

test('of another kind: a special meeting with its trigger, a monthly one with difficulties', async () => {
  await memberInOffice(theStage().dayu.database, 'ENLARGED_WORKING_COMMITTEE', '大峪医院');
  const special = [
    {
      meeting: '专1',
      entry: '会议',
      kind: '专题会议',
      held_on: '2026-05-12',
      title: '防汛',
      trigger: '紧急事项',
      urgency: '暴雨',
    },
    { meeting: '专1', entry: '出席', who: '大峪医院' },
    { meeting: '专1', entry: '纪要', title: '纪要', number: '专〔2026〕1号' },
    { meeting: '专1', entry: '纪要条目', content: '巡查河道', relation: '排除险情' },
  ];
  const monthly = [
    { meeting: '月5', entry: '会议', kind: '月推进会', held_on: '2026-05-29', title: '五月' },
    ...CENTER_TYPES.map(({ name }, index) => ({
      meeting: '月5',
      entry: '中心汇报',
      who: name.zh,
      progress: '过半',
      difficulties: index === 0 ? '缺人；缺车' : '无',
      next_month: '照旧',
    })),
  ];
  expect(await load('meetings', csv([...special, ...monthly]))).toMatchObject({ inserted: 2 });
  expect(await rows('SELECT content, raised_on::text AS day FROM difficulty ORDER BY id')).toEqual([
    { content: '缺人', day: '2026-05-29' },
    { content: '缺车', day: '2026-05-29' },
  ]);
  expect(await rows("SELECT trigger_kind, urgency FROM meeting WHERE kind = 'SPECIAL'")).toEqual([
    { trigger_kind: 'URGENT_MATTER', urgency: '暴雨' },
  ]);
  const without = special.map((line) => ({
    ...line,
    meeting: '专2',
    trigger: '',
    urgency: '',
    relation: '',
  }));
  expect(await load('meetings', csv(without))).toEqual([expect.stringMatching(/^2 trigger: R05：/u)]);
});
