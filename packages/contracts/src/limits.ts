/** Limits that more than one part enforces. Units stand last in the names. */
export const LIMITS = {
  /** Encoded size of one image in a request. */
  maxImageBytes: 8 * 1024 * 1024,
  /** Decoded size of one image, width × height. */
  maxImagePixels: 24_000_000,
  /** Shorter side of an image; nothing smaller can hold a usable face. */
  minImageSidePx: 32,
  /** Time to decode one image. */
  decodeTimeoutMs: 5_000,
  maxRegistrationImages: 10,
  maxVerificationFrames: 8,
  /** How long the photo of an attempt may be kept at most. */
  maxAttemptPhotoRetentionDays: 90,
  /** Size of one request body: three images of the largest size in base64 stay below it. */
  maxRequestBytes: 36 * 1024 * 1024,
  maxPageSize: 100,
  maxNameLength: 200,
  maxEmployeeNumberLength: 64,
  minPasswordLength: 12,
  maxPasswordLength: 256,
} as const;
