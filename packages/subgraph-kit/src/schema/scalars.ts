import { GraphQLScalarType } from 'graphql';
import { StrictDate, StrictDateTime, StrictDecimal, StrictUUID } from '@mtg/service-kit';
import { zhEn } from './descriptions';

/** A standard scalar with a description in the manner of this schema. */
const described = (scalar: GraphQLScalarType, description: string): GraphQLScalarType =>
  new GraphQLScalarType({ ...scalar.toConfig(), description, extensions: {} });

export const DateTime = described(
  StrictDateTime,
  zhEn('时刻(RFC 3339，UTC)，如 2026-01-31T08:00:00Z', 'Instant, RFC 3339 in UTC, e.g. 2026-01-31T08:00:00Z'),
);

export const UUID = described(StrictUUID, zhEn('标识(UUID，RFC 9562)', 'Identifier (UUID, RFC 9562)'));

export const LocalDate = described(
  StrictDate,
  zhEn('日期，如 2014-12-31', 'Calendar day, ISO 8601, e.g. 2014-12-31'),
);

export const Decimal = described(
  StrictDecimal,
  zhEn('金额(元)，十进制文本，如 "1234.50"', 'Amount in 元, as a decimal text, e.g. "1234.50"'),
);
