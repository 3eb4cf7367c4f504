'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { ImportJobDocument } from '../../gql/graphql';
import { problemOfCombined } from '../../lib/graphql/api-problem';

const EVERY_MS = 1_000;

/** A job, asked for again until it is over. */
export function useJob(id: string) {
  const router = useRouter();
  const [{ data, error }, load] = useQuery({ query: ImportJobDocument, variables: { id } });
  const job = data?.job?.id === id ? data.job : null;
  const isOver = job?.state === 'SUCCEEDED' || job?.state === 'FAILED';
  useEffect(() => {
    if (isOver) return router.refresh();
    const timer = setInterval(() => load({ requestPolicy: 'network-only' }), EVERY_MS);
    return () => clearInterval(timer);
  }, [isOver, load, router]);
  return { job, isOver, problem: error ? problemOfCombined(error) : null };
}
