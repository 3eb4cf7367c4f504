/** Why a backup could not be taken or put back: one sentence for whoever runs the command. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
