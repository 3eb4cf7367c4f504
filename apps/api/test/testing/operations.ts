/** The operations the tests send. */
const ATTEMPT =
  'attempt { id kind outcome similarity employeeNumber employee { id } pad { outcome score } quality { score reasons } liveness { isLive failure completedActions hint } }';

export const CREATE_EMPLOYEE = `mutation ($input: CreateEmployeeInput!) {
  createEmployee(input: $input) { id number name status version faceStatus site { id timeZone } consent { id } templates { id } }
}`;

export const RECORD_CONSENT = `mutation ($input: RecordConsentInput!) {
  recordConsent(input: $input) { id textVersion method withdrawnAt }
}`;

export const REGISTER_FACE = `mutation ($input: RegisterFaceInput!) {
  registerFace(input: $input) {
    outcome templates { id modelId imageCount quality } duplicateOf { id number } duplicateLikeness
    images { index outcome remark hints box { x y width height } quality { isAcceptable score reasons } pad { outcome score } }
  }
}`;

export const VERIFY_FACE = `mutation ($input: VerifyFaceInput!) {
  verifyFace(input: $input) { outcome similarity operatingPoint { id threshold modelId } quality { score } pad { outcome score } ${ATTEMPT} }
}`;

export const START_LIVENESS_CHALLENGE = `mutation ($input: StartLivenessChallengeInput!) {
  startLivenessChallenge(input: $input) { id actions expiresAt maxFrames }
}`;

export const IDENTIFY_FACE = `mutation ($input: IdentifyFaceInput!) {
  identifyFace(input: $input) {
    outcome candidates { employee { id } similarity } operatingPoint { kind threshold } quality { score } ${ATTEMPT}
  }
}`;

export const COMPARE_FACES = `mutation ($input: CompareFacesInput!) {
  compareFaces(input: $input) { outcome failedImage similarity operatingPoint { kind } referenceQuality { score } probeQuality { score } }
}`;

export const RECORD_ATTENDANCE = `mutation ($input: RecordAttendanceInput!) {
  recordAttendance(input: $input) {
    outcome replayed ${ATTEMPT}
    event { id kind at timeZone localDate source assurance employee { id number } attempt { id similarity } }
  }
}`;

export const CREATE_API_KEY = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { key apiKey { id name scopes padPolicy createdAt expiresAt lastUsedAt revokedAt } }
}`;

export const COUNTS = `query ($id: ID!) {
  attendanceEvents(filter: { employeeId: $id }) { totalCount }
  captureAttempts(filter: { employeeId: $id }) { totalCount nodes { outcome kind similarity } }
  employee(id: $id) { faceStatus templates { id } }
}`;
