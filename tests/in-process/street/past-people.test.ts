import { csv, pastYears } from '../../support/past-years';

const { load, rows, count } = pastYears();

const PERSON = { entry: '人员', person: '王敏', subject: 'wang', since: '2025-01-06' };
const POST = { entry: '任职', person: '王敏', kind: '工作人员', center: '健康服务中心', since: '2025-01-06' };
const LEAVE = { entry: '休假', person: '王敏', kind: '病假', since: '2025-03-03', until: '2025-03-07' };
const DEPUTY = {
  entry: 'POST',
  person: 'li',
  kind: '中心副主任',
  center: '4',
  section: '民政科',
  since: '2025-02-03',
  until: '2025-06-30',
};
const OTHER = { entry: 'PERSON', person: '李强', subject: 'li', since: '2025-02-03' };

test('people, posts and leaves come in any order of lines; twice is once', async () => {
  const file = csv([LEAVE, POST, DEPUTY, PERSON, OTHER]);
  expect(await load('people', file)).toEqual({ inserted: 5, updated: 0, unchanged: 0 });
  expect(
    await rows(`SELECT name, kind, center_code, post_code IS NOT NULL AS deputy, h.since::text, until::text
      FROM post_holding h JOIN person p ON p.id = person_id ORDER BY name`),
  ).toEqual([
    {
      name: '李强',
      kind: 'DEPUTY_DIRECTOR',
      center_code: 'CIVIL_AFFAIRS',
      deputy: true,
      since: '2025-02-03',
      until: '2025-06-30',
    },
    { name: '王敏', kind: 'STAFF', center_code: 'HEALTH', deputy: false, since: '2025-01-06', until: null },
  ]);
  expect(await rows(`SELECT kind, since::text, until::text FROM leave`)).toEqual([
    { kind: 'SICK', since: '2025-03-03', until: '2025-03-07' },
  ]);
  expect(await load('people', file)).toEqual({ inserted: 0, updated: 0, unchanged: 5 });
  expect(await count('person', 'post_holding', 'leave')).toEqual([2, 2, 1]);
});

test('visits of the year are by the people that were imported', async () => {
  await load('people', csv([PERSON, POST]));
  const visit = { day: '2025-03-03', center: 'HEALTH', community: '龙山一区', person: '王敏', form: 'CALL' };
  expect(await load('visits', csv([{ ...visit, record: '走访', log: '停车' }]))).toMatchObject({
    inserted: 1,
  });
  expect(await rows('SELECT staff_subject FROM community_visit')).toEqual([{ staff_subject: 'wang' }]);
});

test.each([
  ['of nothing', { ...POST, entry: '' }, '3 entry: 没有填写行类别'],
  ['of another kind', { ...POST, kind: '主管' }, '3 kind: “主管”不在可填的值之中'],
  ['of no kind', { ...LEAVE, kind: '' }, '3 kind: 没有填写'],
  ['for an unknown person', { ...POST, person: '李强' }, '3 person: 人员名册中没有“李强”'],
  [
    'before the first day',
    { ...POST, since: '2025-01-05' },
    '3 since: 2025-01-05 早于王敏到岗之日 2025-01-06',
  ],
  ['in the future', { ...POST, since: '2027-01-12' }, '3 since: 2027-01-12 晚于今天'],
  ['that ended in the future', { ...POST, until: '2027-01-12' }, '3 until: 2027-01-12 晚于今天'],
  [
    'in a section that the center lacks',
    { ...DEPUTY, person: '王敏', center: '1' },
    '3 section: 该中心没有科室',
  ],
  ['that ends before it begins', { ...LEAVE, until: '2025-03-01' }, '3 until: 2025-03-01 早于 2025-03-03'],
  ['without an end', { ...LEAVE, until: '' }, '3 until: 没有日期'],
  ['of the same person twice', { ...PERSON, person: '王民' }, '3 person: 与第 2 行重复'],
  ['without a subject', { ...OTHER, subject: '' }, '3 subject: '],
])('a line %s is refused, and nothing is written', async (_, line, problem) => {
  expect(await load('people', csv([PERSON, line]))).toEqual([expect.stringContaining(problem)]);
  expect(await count('person', 'post_holding', 'leave', 'imported_entry')).toEqual([0, 0, 0, 0]);
});

test('who is registered already is not registered again', async () => {
  await load('people', csv([PERSON]));
  expect(await load('people', csv([{ ...PERSON, person: '王民' }]))).toEqual([
    expect.stringContaining('2 person: 此项已导入，内容不同'),
  ]);
});
