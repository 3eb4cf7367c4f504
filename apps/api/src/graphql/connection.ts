import { LIMITS } from '@rollcall/contracts';
import { Max, Min } from 'class-validator';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'Whether a list goes on before and after this page.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True if there are rows after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True if this is not the first page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first row. Null: the page is empty.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last row; as `after` it asks for the next page. Null: the page is empty.',
  })
  endCursor!: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: `How many, 1 to ${LIMITS.maxPageSize}.` })
  @Min(1)
  @Max(LIMITS.maxPageSize)
  first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page starts.' })
  after?: string | null;
}

/** The Relay-style connection type `XConnection` of a node type, with its `XEdge`. */
export function connectionType<T extends object>(name: string, node: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: 'A row of a list with its place.' })
  class EdgeType implements Edge<T> {
    @Field(() => String, { description: 'The place of this row; as `after` it asks for what follows.' })
    cursor!: string;

    @Field(node, { description: 'The row itself.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: 'A page of a list.' })
  class ConnectionType implements Connection<T> {
    /** The type of one edge, for what gives them one by one. */
    static readonly Edge = EdgeType;

    @Field(() => [EdgeType], { description: 'The rows of this page, each with its cursor.' })
    edges!: readonly Edge<T>[];

    @Field(() => [node()], { description: 'The rows of this page without cursors.' })
    nodes!: readonly T[];

    @Field(() => PageInfo, { description: 'Whether the list goes on, and where.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many rows there are on all pages, of those you may see.' })
    totalCount!: number;
  }
  return ConnectionType;
}
