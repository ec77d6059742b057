import { textDiffers, titlesDiffer } from './different-texts';

const content = { text: '每周一次', name: { zh: '服务内容', en: 'content' } };
const opinion = (text: string | null) => ({ text, name: { zh: '验收意见', en: 'acceptance' } });

test('one text is not two', () => {
  expect(textDiffers('acceptance', opinion('合格'), [content])).toBeUndefined();
  expect(textDiffers('acceptance', opinion('合格'), [])).toBeUndefined();
  for (const text of ['每周一次', ' 每周一次\u200B']) {
    expect(textDiffers('acceptance', opinion(text), [opinion('合格'), content])).toMatchObject({
      field: 'acceptance',
      message: { zh: '验收意见与服务内容是同一段文字。请写明验收意见' },
    });
  }
});

test('a list names each title once', () => {
  const listed = (...titles: string[]) =>
    titlesDiffer(
      'needs',
      titles.map((title) => ({ title })),
    );
  expect(listed()).toBeUndefined();
  expect(listed('助老', '助残')).toBeUndefined();
  expect(listed('助老', '助残', '助老 ')).toMatchObject({ field: 'needs.2.title' });
});
