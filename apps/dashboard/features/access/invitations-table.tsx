'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import { type InvitationRowFragment, RevokeInvitationDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

/** Invitations that nobody has accepted yet. */
export function InvitationsTable({ rows }: { readonly rows: readonly InvitationRowFragment[] }) {
  const t = useTranslations();
  const router = useRouter();
  const revoke = useOperation(RevokeInvitationDocument);
  const [chosen, setChosen] = useState<InvitationRowFragment | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const columns = useMemo(() => columnsOf(t, setChosen), [t]);

  async function confirm() {
    if (chosen === null) return;
    const result = await revoke.send({ id: chosen.id });
    if (!result.ok) return setProblem(result.problem);
    notifications.show({ color: 'pine', message: t('access.withdrawn', { email: chosen.email }) });
    close();
    router.refresh();
  }

  function close() {
    setProblem(null);
    setChosen(null);
  }

  return (
    <>
      <DataTable label={t('access.openTitle')} columns={columns} rows={rows} rowId={({ id }) => id} />
      <ConfirmDialog
        isOpen={chosen !== null}
        onClose={close}
        title={t('access.withdrawTitle', { email: chosen?.email ?? '' })}
        text={t('access.withdrawText')}
        confirmLabel={t('access.withdraw')}
        isBusy={revoke.isSending}
        problem={problem}
        onConfirm={confirm}
      />
    </>
  );
}

function columnsOf(
  t: ReturnType<typeof useTranslations<never>>,
  choose: (row: InvitationRowFragment) => void,
): Column<InvitationRowFragment>[] {
  return [
    { id: 'email', header: t('access.email'), cell: ({ email }) => <span dir="auto">{email}</span> },
    { id: 'role', header: t('access.role'), cell: ({ roles }) => roles.map((role) => t(`role.${role}`)).join(', ') },
    { id: 'expires', header: t('access.expires'), cell: ({ expiresAt }) => <Moment at={expiresAt} style="date" /> },
    {
      id: 'withdraw',
      header: '',
      isAtEnd: true,
      cell: (row) => (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('access.withdrawNamed', { email: row.email })}
          onClick={() => choose(row)}
        >
          {t('access.withdraw')}
        </Button>
      ),
    },
  ];
}
