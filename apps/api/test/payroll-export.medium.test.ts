import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DomainError } from '@rollcall/contracts';
import type { Employee } from '@rollcall/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import type { PreparedFile } from '../src/modules/export/export.service.js';
import type { PayCodeInput } from '../src/modules/settings/settings.inputs.js';
import { openWorkDays, type WorkDays } from './testing/work-days.js';

const DAY = '2026-03-02';
const RANGE = { from: DAY, to: DAY };

let work: WorkDays;
let person: Employee;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rollcall-payroll-'));
  work = await openWorkDays();
  const overtime = { side: 'AFTER_SHIFT', startsAfterMinutes: 0, workdayPercent: 150 };
  person = await work.person({ defaultShiftId: await work.shift({ overtime }) });
  await work.marks(person, DAY, ['09:20', '18:10']);
  await work.rebuild([person], DAY, DAY);
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await work.database.close();
});

async function setCodes(payCodes: PayCodeInput[]) {
  const { version } = await work.services.settings.get(COMMAND_LINE);
  return work.services.settings.update(COMMAND_LINE, { version, payCodes });
}

async function linesOf(file: PreparedFile): Promise<string[]> {
  const target = path.join(folder, 'out.csv');
  await file.write(createWriteStream(target));
  return readFileSync(target, 'utf8').trimEnd().split('\r\n');
}

const CODES: PayCodeInput[] = [
  { payClass: 'REGULAR', code: '100' },
  { payClass: 'OVERTIME', code: '200' },
  { payClass: 'OVERTIME', percent: 150, code: ' 250 ' },
];

describe('pay codes', () => {
  it('are kept, trimmed, told in the audit log, and stand beside the minutes of their class', async () => {
    const { payCodes } = await setCodes(CODES);
    expect(payCodes).toContainEqual({ payClass: 'OVERTIME', percent: 150, leaveTypeId: null, code: '250' });
    const { nativeDb } = work.database;
    const entry = await nativeDb
      .collection('auditEntries')
      .findOne({ action: 'SETTINGS_UPDATED' }, { sort: { seq: -1 } });
    expect(JSON.stringify(entry)).toContain('"250"');
    const { rows } = await work.services.reports.report(COMMAND_LINE, { kind: 'PAYROLL', ...RANGE });
    expect(rows.map(({ payClass, payCode, minutes }) => [payClass, payCode, minutes])).toEqual([
      ['REGULAR', '100', 460],
      ['OVERTIME', '250', 70],
      ['LATE', null, 20],
    ]);
  });

  it.each([
    ['payCodes[0].code', [{ payClass: 'REGULAR', code: ' ' }]],
    ['payCodes[0].code', [{ payClass: 'REGULAR', code: 'x'.repeat(21) }]],
    ['payCodes[0].percent', [{ payClass: 'REGULAR', percent: 150, code: '1' }]],
    ['payCodes[0].percent', [{ payClass: 'OVERTIME', percent: 1_001, code: '1' }]],
    ['payCodes[0].leaveTypeId', [{ payClass: 'REGULAR', leaveTypeId: 'x', code: '1' }]],
    ['payCodes[0].leaveTypeId', [{ payClass: 'PAID_LEAVE', leaveTypeId: 'nowhere', code: '1' }]],
    [
      'payCodes[1].payClass',
      [
        { payClass: 'REGULAR', code: '1' },
        { payClass: 'REGULAR', code: '2' },
      ],
    ],
  ] satisfies [string, PayCodeInput[]][])('that make no sense are refused by the field %s', async (field, codes) => {
    const error = await setCodes(codes).catch((cause: DomainError) => cause);
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', details: { field } });
  });
});

describe('an export for a payroll product', () => {
  const csv = (profile: 'GENERIC' | 'ADP_LIKE' | 'DATEV_LIKE') =>
    work.services.exports.prepare(COMMAND_LINE, { kind: 'PAYROLL', format: 'CSV', ...RANGE, profile }).then(linesOf);

  it('has the columns, headings and units of its profile', async () => {
    await setCodes(CODES);
    const { number, name } = person;
    expect(await csv('ADP_LIKE')).toEqual([
      'File #,Employee Name,Period Ending,Earnings Code,Hours',
      `${number},${name},${DAY},100,7.67`,
      `${number},${name},${DAY},250,1.17`,
      `${number},${name},${DAY},,0.33`,
    ]);
    expect((await csv('DATEV_LIKE')).slice(0, 3)).toEqual([
      'Personalnummer,Abrechnung bis,Lohnart,Stunden,Prozent',
      `${number},${DAY},100,7.67,100`,
      `${number},${DAY},250,1.17,150`,
    ]);
    expect((await csv('GENERIC'))[2]).toBe(`${number},${name},${DAY},${DAY},OVERTIME,250,150,,70`);
  });

  it('is refused for a report that has no minutes by class', async () => {
    const request = { kind: 'REGISTER', format: 'CSV', ...RANGE, profile: 'ADP_LIKE' } as const;
    const refused = { code: 'BAD_USER_INPUT', details: { field: 'profile' } };
    await expect(work.services.exports.prepare(COMMAND_LINE, request)).rejects.toMatchObject(refused);
    await expect(work.services.exports.request(COMMAND_LINE, request)).rejects.toMatchObject(refused);
  });
});

describe('an export of what changed after payroll took a period', () => {
  it('has each difference with the code of its class, by a ticket, and is empty while nothing changed', async () => {
    await setCodes(CODES);
    const { services, site } = work;
    const { id: periodId } = await services.periods.finalise(COMMAND_LINE, { ...RANGE, siteId: site.id });
    const heading = 'number,name,from,to,payClass,percent,payCode,beforeMinutes,afterMinutes,deltaMinutes';
    const request = { periodId, format: 'CSV' } as const;
    expect(await linesOf(await services.exports.prepareRetro(COMMAND_LINE, request))).toEqual([heading]);
    await work.marks(person, DAY, ['09:00', '09:10']);
    const { token } = await services.exports.requestRetro(COMMAND_LINE, request);
    const file = await services.exports.take(token);
    if (file === null) throw new Error('the ticket is not known');
    expect(file.fileName).toBe(`rollcall-payroll_retro-${DAY}-to-${DAY}.csv`);
    const row = `${person.number},${person.name},${DAY},${DAY}`;
    expect(await linesOf(file)).toEqual([heading, `${row},REGULAR,100,100,460,480,20`, `${row},LATE,100,,20,0,-20`]);
    await expect(services.exports.requestRetro(COMMAND_LINE, { ...request, periodId: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
