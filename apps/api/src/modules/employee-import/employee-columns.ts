import type { Synonyms } from '../../files/header-map.js';

export type EmployeeField =
  | 'number'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'externalId'
  | 'site'
  | 'joiningDate'
  | 'leavingDate'
  | 'consentMethod'
  | 'consentDate';

export const EMPLOYEE_SYNONYMS: Synonyms<EmployeeField> = {
  number: [
    ...['employeenumber', 'employeeno', 'employeenr', 'employeecode', 'empno', 'empcode', 'personnelnumber'],
    ...[
      'personnelno',
      'staffnumber',
      'staffno',
      'personalnummer',
      'mitarbeiternummer',
      'matricule',
      'legajo',
      'number',
    ],
    ...['no', 'badge', 'badgenumber', 'employeeid', 'empid', 'staffid'],
  ],
  name: ['name', 'fullname', 'employeename', 'displayname', 'vollername', 'nom', 'nombre'],
  firstName: ['firstname', 'givenname', 'forename', 'vorname', 'prenom'],
  lastName: ['lastname', 'surname', 'familyname', 'nachname', 'apellido'],
  email: ['email', 'emailaddress', 'mail', 'workemail', 'emailadresse'],
  externalId: ['externalid', 'hrid', 'payrollid', 'sapid', 'erpid', 'externalnumber'],
  site: ['site', 'sitename', 'location', 'branch', 'office', 'standort'],
  joiningDate: [
    'joiningdate',
    'joindate',
    'dateofjoining',
    'startdate',
    'hiredate',
    'firstday',
    'eintritt',
    'eintrittsdatum',
  ],
  leavingDate: ['leavingdate', 'enddate', 'lastday', 'terminationdate', 'austritt', 'austrittsdatum'],
  consentMethod: ['consentmethod', 'consent', 'consenttype', 'einwilligung', 'consentgiven'],
  consentDate: ['consentdate', 'consentgivenon', 'consentedon', 'dateofconsent', 'einwilligungsdatum'],
};
