import { casesOf, type IndexCase } from './index-case.js';
import { moment } from './seeds.js';

const FIRST = { first: 10 };
const employees = casesOf('employees');
const consents = casesOf('consents');
const templates = casesOf('faceTemplates');
const photos = casesOf('facePhotos');
const devices = casesOf('devices');
const challenges = casesOf('livenessChallenges');

export const PEOPLE: readonly IndexCase[] = [
  employees.query('employee_number', 'somebody by number', (r) => r.employees.findByNumber('E17')),
  employees.query('employee_external_id', 'people of an import by their ids elsewhere', (r) =>
    r.employees.listByExternalIds(['x1', 'x3']),
  ),
  employees.query('employee_badge', 'somebody by badge', (r) => r.employees.findByBadge('b3')),
  employees.query('employee_email', 'somebody by e-mail', (r) => r.employees.listByEmail('m5')),
  employees.query('employee_merged_into', 'the records that were merged into these', (r) =>
    r.employees.listMergedInto(['p0', 'p20']),
  ),
  employees.query('employee_default_shift', 'who has a shift by default', (r) =>
    r.employees.listIds({ defaultShiftId: 'h3' }),
  ),
  employees.query('employee_department_by_number', 'people of a department', (r) =>
    r.employees.list({ departmentId: 'd3' }, 'NUMBER_ASC', FIRST),
  ),
  employees.query('employee_site_by_number', 'people of a site', (r) =>
    r.employees.list({ siteId: 's3' }, 'NUMBER_ASC', FIRST),
  ),
  employees.query('employee_status_by_number', 'people of a status', (r) =>
    r.employees.list({ status: 'INACTIVE' }, 'NUMBER_ASC', FIRST),
  ),
  employees.query('employee_by_number', 'people by number', (r) => r.employees.list({}, 'NUMBER_DESC', FIRST)),
  employees.query('employee_by_name', 'people by name', (r) => r.employees.list({}, 'NAME_ASC', FIRST)),
  employees.query('employee_by_creation', 'people by when they were added', (r) =>
    r.employees.list({}, 'CREATED_AT_DESC', FIRST),
  ),
  consents.query('consent_in_force', 'the consent in force', (r) => r.consents.findInForce('p7', 'FACE_RECOGNITION')),
  consents.query('consent_history', 'the consents of a person', (r) => r.consents.listByEmployee('p7')),
  templates.query('template_of_employee', 'the faces of a person', (r) => r.faceTemplates.listByEmployee('p7')),
  templates.query('template_by_model', 'the faces of a model', (r) => r.templateReader.listGallery('m3')),
  photos.query('photo_of_employee', 'the photos of a person', (r) => r.facePhotos.listByEmployee('p7', 'ATTEMPT')),
  photos.query('photo_by_age', 'photos that are too old', (r) => r.facePhotos.deleteOlder('REGISTRATION', moment(2))),
  challenges.query('challenge_by_frame', 'whether frames were seen before', (r) =>
    r.livenessChallenges.keepFrames('none', ['f3', 'f4'], moment(0)),
  ),
  challenges.expires('challenge_expiry', 'deleteAt'),
  casesOf('sites').query('site_name', 'sites by name', (r) => r.sites.listAll()),
  casesOf('departments').query('department_name', 'departments by name', (r) => r.departments.listAll()),
  casesOf('customFields').query('custom_field_key', 'own fields by key', (r) => r.customFields.listAll()),
  devices.query('device_by_name', 'devices by name', (r) => r.devices.list({}, FIRST)),
  devices.query('device_of_site_by_name', 'devices of a site', (r) => r.devices.list({ siteId: 's3' }, FIRST)),
  devices.query('device_serial_number', 'a device by serial number', (r) => r.devices.findBySerialNumber('sn3')),
  devices.query('device_pairing_code', 'a device by the code it was given', (r) =>
    r.devices.pair('code3', 'a key', new Date()),
  ),
  casesOf('deviceNonces').expires('device_nonce_expiry', 'deleteAt'),
];
