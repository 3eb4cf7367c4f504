import type { ReportLocale } from '@rollcall/contracts';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { ReportLocaleEnum } from '../../graphql/report-locale-enum.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import { RecordConsentInput } from './consent.inputs.js';
import { toConsent } from './consent.mapper.js';
import type { ConsentService } from './consent.service.js';
import { Consent, ConsentText } from './consent.types.js';

@Resolver()
export class ConsentResolver {
  constructor(private readonly consents: ConsentService) {}

  @Query(() => ConsentText, { description: 'The text in force, to be shown before somebody agrees.' })
  consentText(
    @Arg('language', () => ReportLocaleEnum, { nullable: true, description: 'In which language. Left out: EN.' })
    language: ReportLocale | null,
  ): Promise<ConsentText> {
    return this.consents.currentText(language ?? 'EN');
  }

  @Mutation(() => Consent, {
    description:
      'Records that a person agreed to the use of their face. Doing it twice changes nothing. If another text was agreed to, this one takes its place and the stored face stays and photos that were kept go.',
  })
  async recordConsent(
    @Arg('input', () => RecordConsentInput, { description: 'Who agreed, to which text and how.' })
    input: RecordConsentInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Consent> {
    return toConsent(await this.consents.record(actorOf(context), input));
  }

  @Mutation(() => Employee, {
    description: 'Ends the agreement; the stored face can no longer be read from this moment.',
  })
  async withdrawConsent(
    @Arg('employeeId', () => ID, { description: 'Who does not agree any more.' }) employeeId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee> {
    return toEmployee(await this.consents.withdraw(actorOf(context), employeeId));
  }
}
