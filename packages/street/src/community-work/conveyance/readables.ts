import { defineReadable, field } from '@mtg/commands';
import { ConveyedIssuer, ConveyedKind } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { centerCode, communityCode } from '../inputs';
import { OF_COMMUNITY } from '../scopes';
import { ConveyedDocument } from './conveyed-document';
import { Highlight } from './highlight';

export const conveyedDocuments = defineReadable({
  entity: ConveyedDocument,
  name: 'ConveyedDocument',
  one: 'conveyedDocument',
  many: 'conveyedDocuments',
  description: zhEn('传达的会议和文件精神', 'Meetings and documents conveyed to communities'),
  group: 'COMMUNITY_WORK',
  scopes: { COMMUNITY: OF_COMMUNITY },
  filters: {
    communityCode,
    centerCode,
    issuer: field.choice(ConveyedIssuer, zhEn('来源', 'Whose it is')),
    kind: field.choice(ConveyedKind, zhEn('种类', 'A meeting or a document')),
    conveyedOn: field.day(zhEn('传达日期', 'The day it was conveyed')),
  },
});

export const highlights = defineReadable({
  entity: Highlight,
  name: 'Highlight',
  one: 'highlight',
  many: 'highlights',
  description: zhEn('典型和特色亮点', 'Good examples and highlights of communities'),
  group: 'COMMUNITY_WORK',
  scopes: { COMMUNITY: OF_COMMUNITY },
  filters: { communityCode, centerCode },
});
