import type { ReportPerson } from '../index.js';

/** Three people of two sites and two departments; Ada lives in another zone than she works in. */
export const PEOPLE: readonly ReportPerson[] = [
  { employeeId: 'e1', number: '003', name: 'Ada', siteId: 's1', departmentId: 'd1', homeTimeZone: 'Asia/Kolkata' },
  { employeeId: 'e2', number: '001', name: 'Ben', siteId: 's1', departmentId: 'd2', homeTimeZone: 'Europe/Berlin' },
  { employeeId: 'e3', number: '002', name: 'Cid', siteId: 's2', departmentId: null, homeTimeZone: 'Europe/Berlin' },
];
