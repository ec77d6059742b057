import { INSIGHT, SUBGRAPHS } from '@mtg/subgraphs';
import { helpText, parseArguments, PARTS, UsageError } from './arguments';

describe('parseArguments', () => {
  it('starts everything by default and leaves the port to the environment', () => {
    expect(parseArguments([])).toEqual({
      port: undefined,
      host: '127.0.0.1',
      dataDirectory: undefined,
      parts: [...SUBGRAPHS.map(({ name }) => name), INSIGHT.name, 'gateway'],
      freePorts: false,
      sample: false,
      help: false,
    });
  });

  it.each([
    [['--port', '4100'], { port: 4100 }],
    [['--port=0'], { port: 0 }],
    [['--data-dir', 'elsewhere'], { dataDirectory: 'elsewhere' }],
    [['--only', 'gateway,dayu'], { parts: ['dayu', 'gateway'] }],
    [['--only=dayu', '--only=district'], { parts: ['dayu', 'district'] }],
    [['--free-ports', '--host', '0.0.0.0'], { freePorts: true, host: '0.0.0.0' }],
    [['--sample'], { sample: true }],
    [['--sample', '--only=dayu'], { sample: true, parts: ['dayu'] }],
    [['-h'], { help: true }],
  ])('reads %j', (given, expected) => {
    expect(parseArguments(given)).toMatchObject(expected);
  });

  it.each([
    [['--port', '99999'], /--port must be an integer from 0 to 65535, not "99999"/],
    [['--port', '4e3'], /--port must be an integer/],
    [['--only', 'dayu,nowhere'], `unknown parts: "nowhere". Choose from: ${PARTS.join(', ')}.`],
    [['--only', ''], /unknown parts: ""/],
    [
      ['--sample', '--only', 'district,gateway'],
      /--sample loads .* into streets, but --only names no street/,
    ],
    [['--sample=10'], /'--sample' does not take an argument/],
    [['--data-dir', ''], /--data-dir must not be empty/],
    [['--prot', '4000'], /^命令行有误：“--prot”。.*\nInvalid command line, .*: Unknown option '--prot'$/],
    [['--nope'], /^命令行有误：“--nope”。.*\nInvalid command line, .*: Unknown option '--nope'$/],
    [['dayu'], /“dayu”.*\n.*'dayu'/],
    [['--port'], /“--port <value>”.*\n.*'--port <value>' argument missing/],
    [['--help=yes'], /“-h, --help”.*\n.*'-h, --help' does not take an argument/],
  ])('refuses %j in a sentence', (given, sentence) => {
    expect(() => parseArguments(given)).toThrow(UsageError);
    expect(() => parseArguments(given)).toThrow(sentence);
  });

  it('explains every flag, part and variable in its help', () => {
    const text = helpText();
    for (const word of [
      '--port',
      '--host',
      '--data-dir',
      '--only',
      '--free-ports',
      '--sample',
      'MTG_DATA_DIR',
      'DATABASE_URL_DAYU',
      ...PARTS,
    ]) {
      expect(text).toContain(word);
    }
  });
});
