import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import type { CompareFacesService } from './compare-faces.service.js';
import {
  CompareFacesInput,
  IdentifyFaceInput,
  RegisterFaceInput,
  SetVerificationLevelInput,
  VerifyFaceInput,
} from './face.inputs.js';
import {
  toComparePayload,
  toIdentifyPayload,
  toMeasuredPoint,
  toRegisterPayload,
  toVerifyPayload,
} from './face.mapper.js';
import { CompareFacesPayload, IdentifyFacePayload, RegisterFacePayload, VerifyFacePayload } from './face.types.js';
import type { FaceLockService } from './face-lock.service.js';
import { OperatingPoint } from './face-report.types.js';
import type { IdentifyFaceService } from './identify-face.service.js';
import type { RegisterFaceService } from './register-face.service.js';
import type { VerificationLevelService } from './verification-level.service.js';
import type { VerifyFaceService } from './verify-face.service.js';

@Resolver()
export class FaceResolver {
  constructor(
    private readonly registration: RegisterFaceService,
    private readonly verification: VerifyFaceService,
    private readonly comparison: CompareFacesService,
    private readonly locks: FaceLockService,
    private readonly identification: IdentifyFaceService,
    private readonly levels: VerificationLevelService,
  ) {}

  @Query(() => [OperatingPoint], { description: 'The operating points of the model in use.' })
  operatingPoints(): OperatingPoint[] {
    return this.comparison.operatingPoints().map(toMeasuredPoint);
  }

  @Mutation(() => RegisterFacePayload, { description: 'Stores a face. Needs the consent of the person.' })
  async registerFace(
    @Arg('input', () => RegisterFaceInput, { description: 'Whose face, and the photos.' }) input: RegisterFaceInput,
    @Ctx() context: GraphQLContext,
  ): Promise<RegisterFacePayload> {
    return toRegisterPayload(await this.registration.register(actorOf(context), input));
  }

  @Mutation(() => Employee, {
    description: 'After too many failures the face of a person stays off until somebody allows it again with this.',
  })
  async unlockFace(
    @Arg('employeeId', () => ID, { description: 'Whose face is allowed again.' }) employeeId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee> {
    return toEmployee(await this.locks.unlock(actorOf(context), employeeId));
  }

  @Mutation(() => Employee, { description: 'How sure a check of this person must be, from now on.' })
  async setVerificationLevel(
    @Arg('input', () => SetVerificationLevelInput, { description: 'Whom, and how sure.' })
    input: SetVerificationLevelInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee> {
    return toEmployee(await this.levels.set(actorOf(context), input));
  }

  @Mutation(() => VerifyFacePayload, {
    description:
      'Is this the person? Stores the attempt, and the face of it only where settings and agreement allow that.',
  })
  async verifyFace(
    @Arg('input', () => VerifyFaceInput, { description: 'Who it should be, and the face.' }) input: VerifyFaceInput,
    @Ctx() context: GraphQLContext,
  ): Promise<VerifyFacePayload> {
    return toVerifyPayload(await this.verification.verify(actorOf(context), input));
  }

  @Mutation(() => IdentifyFacePayload, {
    description: 'Who is this? Stores the attempt, and the face of it only where settings and agreement allow that.',
  })
  async identifyFace(
    @Arg('input', () => IdentifyFaceInput, { description: 'The face to search for.' }) input: IdentifyFaceInput,
    @Ctx() context: GraphQLContext,
  ): Promise<IdentifyFacePayload> {
    return toIdentifyPayload(await this.identification.identify(actorOf(context), input));
  }

  @Mutation(() => CompareFacesPayload, { description: 'Do two images show one person? Nothing is stored.' })
  async compareFaces(
    @Arg('input', () => CompareFacesInput, { description: 'The two images, and what the reference is.' })
    input: CompareFacesInput,
    @Ctx() context: GraphQLContext,
  ): Promise<CompareFacesPayload> {
    return toComparePayload(await this.comparison.compare(actorOf(context), input));
  }
}
