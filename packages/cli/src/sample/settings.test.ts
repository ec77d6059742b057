import { localDay, systemClock } from '@mtg/governance';
import { STREETS } from '@mtg/subgraphs';
import { CommandFailure } from '../command-failure';
import { sampleCommand } from './command';
import { settingsOf, streetsOf, type GivenSettings } from './settings';

const refusal = (sentence: RegExp) =>
  expect.objectContaining({ exitCode: 2, message: expect.stringMatching(sentence) });

describe('what is to be loaded', () => {
  it('is as given, and ends before today unless it says otherwise', () => {
    expect(settingsOf({ scale: '10', seed: '7', until: '2026-01-31' })).toEqual({
      scale: 10,
      seed: 7,
      until: '2026-01-31',
    });
    expect(settingsOf({ scale: '1', seed: '1' })).toEqual({
      scale: 1,
      seed: 1,
      until: localDay(systemClock.now()),
    });
  });

  it.each<[GivenSettings, RegExp]>([
    [{ seed: '1' }, /--scale 1, 10 or 100, or --remove$/u],
    [{ scale: '7', seed: '1' }, /--scale 1, 10 or 100/u],
    [{ scale: '1', seed: 'x' }, /^--seed .*non-negative integer: “x”$/u],
    [{ scale: '1', seed: '-1' }, /^--seed /u],
    [{ scale: '1', seed: '1.5' }, /^--seed /u],
    [{ scale: '1', seed: '1', until: '2026-02-30' }, /^--until .*“2026-02-30”$/u],
    [{ scale: '1', seed: '1', until: '9999-01-01' }, /^--until .*today or earlier/u],
    [{ scale: '1', seed: '1', until: '' }, /^--until /u],
  ])('%j is refused with exit code 2', (given, sentence) => {
    const attempt = () => settingsOf(given);
    expect(attempt).toThrow(CommandFailure);
    expect(attempt).toThrow(refusal(sentence));
  });

  it('goes into all streets, or those that are named', () => {
    expect(streetsOf(undefined)).toEqual(STREETS);
    expect(streetsOf(['datai', 'DAYU']).map(({ code }) => code)).toEqual(['DATAI', 'DAYU']);
    expect(() => streetsOf(['pinggu'])).toThrow(refusal(/there is no street “pinggu”: DAYU, CHENGZI/u));
  });
});

describe('the help', () => {
  it('names every option, in both languages', () => {
    let text = '';
    sampleCommand()
      .configureOutput({ writeOut: (piece) => (text += piece) })
      .outputHelp();
    for (const option of ['scale', 'seed', 'until', 'street', 'remove', 'if-none', 'data-dir']) {
      expect(text).toMatch(new RegExp(`--${option}\\b[^\\p{sc=Han}]*\\p{sc=Han}[^·]*·`, 'u'));
    }
    expect(text).toContain('退出码 · Exit codes');
  });
});
