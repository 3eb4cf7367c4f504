import type { ConsentMethod, CustomFieldType, EmployeeStatus, Role } from '@rollcall/contracts';
import { describedEnum } from './described-enum.js';

export const RoleEnum = describedEnum<Role>('Role', 'What somebody who signs in may do.', {
  OWNER: 'Everything, keys and other administration included.',
  HR_ADMIN: 'Everything but administration: people, faces, attendance, reports, audit and accounts.',
  MANAGER:
    'Reads people, attendance and reports of the own sites and departments, marks for others there and decides what is asked for.',
  AUDITOR: 'Reads people, attendance, reports and the audit. Changes nothing.',
  EMPLOYEE: 'Sees the own marks and days, and asks for leave and corrections of the own.',
  KIOSK: 'A screen at the door: checks faces and takes marks. Reads nobody.',
});

export type ViewerKind = 'USER' | 'API_KEY' | 'DEVICE';
export const ViewerKindEnum = describedEnum<ViewerKind>('ViewerKind', 'What kind of thing is asking.', {
  USER: 'A person who has signed in.',
  API_KEY: 'Another program, with a key.',
  DEVICE: 'A paired device.',
});

export const EmployeeStatusEnum = describedEnum<EmployeeStatus>('EmployeeStatus', 'Whether somebody works here.', {
  ACTIVE: 'Works here, and can mark.',
  INACTIVE: 'Has left, or is the second record of somebody. No marks any more.',
  ERASED: 'Everything personal was erased, for good; marks and days stay without a name.',
});

export type EmployeeSort = 'NUMBER_ASC' | 'NUMBER_DESC' | 'NAME_ASC' | 'NAME_DESC' | 'CREATED_AT_DESC';
export const EmployeeSortEnum = describedEnum<EmployeeSort>('EmployeeSort', 'The order of a list of people.', {
  NUMBER_ASC: 'By number, the lowest first.',
  NUMBER_DESC: 'By number, the highest first.',
  NAME_ASC: 'By name, from A to Z.',
  NAME_DESC: 'By name, from Z to A.',
  CREATED_AT_DESC: 'Whoever was entered last comes first.',
});

export const ConsentMethodEnum = describedEnum<ConsentMethod>('ConsentMethod', 'How somebody agreed.', {
  ON_SCREEN: 'On a screen that showed the text.',
  PAPER: 'By signing a paper, which the organisation keeps.',
  IMPORTED: 'Recorded elsewhere before, and taken from a file.',
});

export const CustomFieldTypeEnum = describedEnum<CustomFieldType>(
  'CustomFieldType',
  'What the values of a field that the organisation added are.',
  {
    TEXT: 'Any text at all.',
    NUMBER: 'A number, with a point before decimals.',
    DATE: 'A date, YYYY-MM-DD.',
    SELECT: 'One of given options.',
  },
);
