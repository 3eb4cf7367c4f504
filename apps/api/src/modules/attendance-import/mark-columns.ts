import type { Synonyms } from '../../files/header-map.js';

export type MarkField =
  | 'employeeNumber'
  | 'dateTime'
  | 'date'
  | 'time'
  | 'inTime'
  | 'outTime'
  | 'kind'
  | 'device'
  | 'site'
  | 'timeZone'
  | 'workCode';

/** Headings of common exports: payroll sheets, and the GLG, AGL and CSV files of biometric terminals and their programs. */
export const MARK_SYNONYMS: Synonyms<MarkField> = {
  employeeNumber: [
    ...['employeenumber', 'employeeno', 'employeenr', 'employeeid', 'employeecode', 'employee', 'empno', 'empid'],
    ...['empcode', 'enno', 'acno', 'enrollnumber', 'enrolnumber', 'enrolmentnumber', 'enrollid', 'personnelnumber'],
    ...['personnelno', 'personnelid', 'personid', 'staffnumber', 'staffno', 'staffid', 'userid', 'usercode', 'userno'],
    ...[
      'personalnummer',
      'mitarbeiternummer',
      'personalnr',
      'matricule',
      'legajo',
      'pin',
      'code',
      'number',
      'id',
      'no',
    ],
  ],
  dateTime: [
    ...['datetime', 'dateandtime', 'timestamp', 'punchdatetime', 'punchtime', 'checktime', 'eventtime', 'logtime'],
    ...['recordtime', 'transactiontime', 'markedat', 'at', 'datumuhrzeit', 'zeitstempel', 'fechahora', 'datetimemark'],
  ],
  date: ['date', 'day', 'punchdate', 'attendancedate', 'logdate', 'workdate', 'datum', 'tag', 'fecha', 'jour'],
  time: ['time', 'clock', 'hour', 'clocktime', 'uhrzeit', 'zeit', 'hora', 'heure'],
  inTime: ['in', 'timein', 'intime', 'clockin', 'checkin', 'checkintime', 'punchin', 'firstin', 'kommen', 'entrada'],
  outTime: [
    'out',
    'timeout',
    'outtime',
    'clockout',
    'checkout',
    'checkouttime',
    'punchout',
    'lastout',
    'gehen',
    'salida',
  ],
  kind: [
    ...[
      'kind',
      'punchstate',
      'attendancestate',
      'state',
      'status',
      'inout',
      'iomd',
      'iomode',
      'direction',
      'checktype',
    ],
    ...['punchtype', 'eventtype', 'type', 'event', 'richtung', 'buchungsart', 'tipo'],
  ],
  device: [
    ...['device', 'deviceserialnumber', 'serialnumber', 'sn', 'deviceid', 'devicename', 'terminal', 'terminalid'],
    ...['reader', 'machine', 'machineno', 'mchn', 'tmno', 'sensorid', 'gerat'],
  ],
  site: ['site', 'location', 'sitename', 'branch', 'standort', 'office'],
  timeZone: ['timezone', 'zone', 'tz', 'zeitzone'],
  workCode: ['workcode', 'costcentre', 'costcenter', 'jobcode', 'job', 'kostenstelle'],
};
