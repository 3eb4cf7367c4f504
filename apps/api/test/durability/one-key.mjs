import { ask, must } from './client.mjs';
import { byFace } from './people.mjs';

/**
 * A hundred parallel calls with one key, by face: one mark, a hundred equal answers; other content under the key is a conflict.
 *
 * @returns {Promise<{ calls: number, events: number, equalAnswers: number, conflict: string | undefined, faults: string[] }>}
 */
export async function checkOneKey(api, staff, calls = 100) {
  const { query, input } = byFace(staff, 'one key');
  const answers = await Promise.all(Array.from({ length: calls }, () => ask(api, query, { input })));
  const payloads = answers.map(({ data, errors }) => data?.recordAttendance ?? { errors });
  const texts = payloads.map(({ replayed, ...same }) => JSON.stringify(same));
  const equalAnswers = texts.filter((text) => text === texts[0]).length;
  const other = byFace(staff, 'one key', 'CHECK_OUT');
  const conflict = (await ask(api, other.query, { input: other.input })).errors?.[0].extensions.code;
  const list = 'query ($id: ID!) { attendanceEvents(filter: { employeeId: $id }) { totalCount } }';
  const { totalCount: events } = await must(api, list, { id: staff.anna.id });
  const firsts = payloads.filter(({ replayed }) => replayed === false).length;
  const faults = [
    ...(payloads[0]?.outcome === 'RECORDED' ? [] : [`the answer is ${texts[0]}`]),
    ...(events === 1 ? [] : [`${events} events instead of 1`]),
    ...(equalAnswers === calls ? [] : [`only ${equalAnswers} of ${calls} answers are equal`]),
    ...(firsts === 1 ? [] : [`${firsts} answers claim to be the first`]),
    ...(conflict === 'IDEMPOTENCY_CONFLICT' ? [] : [`other content under the key gave ${conflict}`]),
  ];
  return { calls, events, equalAnswers, conflict, faults };
}
