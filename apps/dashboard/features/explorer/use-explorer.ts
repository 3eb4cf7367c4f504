'use client';

import type { GraphQLSchema } from 'graphql';
import { useEffect, useState } from 'react';
import type { ReadDocument } from './read-document';
import { readVariables } from './read-variables';
import { sendDocument } from './send-document';

export type ExplorerProblem = Extract<ReadDocument, { ok: false }> | { readonly problem: 'variables' | 'unreachable' };

/** It brings the whole language of the API: loaded beside the page, not before it. */
const loadReader = () => import('./read-document');
type Reader = Awaited<ReturnType<typeof loadReader>>;

/** What is written, asked about, sent and answered. */
export function useExplorer(begin: string) {
  const [reader, setReader] = useState<Reader | null>(null);
  const [schema, setSchema] = useState<GraphQLSchema | null>(null);
  const [text, setText] = useState(begin);
  const [variables, setVariables] = useState('');
  const [problem, setProblem] = useState<ExplorerProblem | null>(null);
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const [answer, setAnswer] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    void loadReader().then(async (loaded) => {
      setReader(loaded);
      setSchema(await loaded.loadSchema());
    });
  }, []);

  async function send() {
    setAsked(null);
    setSending(true);
    const received = await sendDocument(text, readVariables(variables) ?? {});
    setSending(false);
    setAnswer(received);
    setProblem(received === null ? { problem: 'unreachable' } : null);
  }

  /** Sends a query; a mutation waits until somebody says yes. */
  async function run() {
    const read = (await loadReader()).readDocument(text, schema);
    if (!read.ok) return setProblem(read);
    if (readVariables(variables) === null) return setProblem({ problem: 'variables' });
    setProblem(null);
    if (read.kind === 'mutation') return setAsked(read.operations);
    await send();
  }

  const read = reader?.readDocument(text, null);
  const operations = read?.ok ? read.operations : [];
  const cancel = () => setAsked(null);
  return { text, setText, variables, setVariables, problem, asked, cancel, answer, isSending, operations, run, send };
}
