import type { Invitation as InvitationEntity, UserSession as SessionEntity, User as UserEntity } from '@rollcall/db';
import type { Invitation, User, UserSession } from './user.types.js';

export function toUser(user: UserEntity): User {
  const { id, name, email, roles, siteIds, departmentIds, employeeId, deactivatedAt, hasSecondFactor, createdAt } =
    user;
  return { id, name, email, roles, siteIds, departmentIds, employeeId, deactivatedAt, hasSecondFactor, createdAt };
}

export function toInvitation(invitation: InvitationEntity): Invitation {
  const { id, email, roles, createdAt, expiresAt, acceptedAt, revokedAt } = invitation;
  return { id, email, roles, createdAt, expiresAt, acceptedAt, revokedAt };
}

/** @param currentId the session of whoever asks, if it is one */
export function toUserSession(session: SessionEntity, currentId: string | undefined): UserSession {
  const { id, createdAt, updatedAt, expiresAt, ipAddress, userAgent } = session;
  return { id, createdAt, updatedAt, expiresAt, ipAddress, userAgent, isCurrent: id === currentId };
}
