import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import type { BuildSchemaOptions } from 'type-graphql';

/** Instants travel as RFC 3339 in UTC, calendar dates as YYYY-MM-DD without a zone. */
export const DateTime = GraphQLDateTime;
export const LocalDate = GraphQLLocalDate;

export const scalarsMap: BuildSchemaOptions['scalarsMap'] = [{ type: Date, scalar: DateTime }];
