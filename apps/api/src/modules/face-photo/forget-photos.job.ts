import type { ServiceContext } from '../../services/service-context.js';
import { photosUntil } from './photo-age.js';

/**
 * Deletes photos of attempts that are older than the settings allow, and photos of registrations if none are to be kept. It may be
 * cut off and run again at any time, in any number of processes.
 */
export class ForgetPhotosJob {
  constructor(private readonly context: ServiceContext) {}

  /** @returns how many photos were deleted */
  async run(): Promise<number> {
    const { db, now } = this.context;
    const settings = await db.settings.get();
    const attempts = await db.facePhotos.deleteOlder('ATTEMPT', photosUntil(settings, now()));
    if (settings.areRegistrationPhotosKept) return attempts;
    return attempts + (await db.facePhotos.deleteOlder('REGISTRATION', now()));
  }
}
