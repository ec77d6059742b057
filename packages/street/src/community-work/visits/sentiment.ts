import { defineReadable } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { centerCode, communityCode } from '../inputs';
import { OF_AUTHOR, OF_CENTER, OF_COMMUNITY } from '../scopes';
import { SentimentLog } from './sentiment-log';
import { VisitRecord } from './visit-record';

/** Author, center head, community secretary, auditor: the table of readers says which of these somebody is. */
const SENTIMENT = {
  group: 'SENTIMENT',
  scopes: { AUTHOR: OF_AUTHOR, CENTER: OF_CENTER, COMMUNITY: OF_COMMUNITY },
  filters: { communityCode, centerCode },
} as const;

export const visitRecords = defineReadable({
  entity: VisitRecord,
  name: 'VisitRecord',
  one: 'visitRecord',
  many: 'visitRecords',
  description: zhEn('走访记录', 'Records of visits'),
  ...SENTIMENT,
});

export const sentimentLogs = defineReadable({
  entity: SentimentLog,
  name: 'SentimentLog',
  one: 'sentimentLog',
  many: 'sentimentLogs',
  description: zhEn('民情日志', 'What residents said on visits'),
  ...SENTIMENT,
});
