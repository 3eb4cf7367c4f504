// All named cases as one test file: under mutation testing the rules are then loaded once for each mutant, not 17 times.
import '../breaks/breaks.test.js';
import '../day/closure.test.js';
import '../day/status.test.js';
import '../diff/diff.test.js';
import '../hard-cases.test.js';
import '../marks/marks.test.js';
import '../overtime/overtime.test.js';
import '../pairing/pairing.test.js';
import '../payroll/payroll.test.js';
import '../period/period.test.js';
import '../policy/policy.test.js';
import '../report/report.test.js';
import '../rounding/rounding.test.js';
import '../schedule/schedule.test.js';
import '../trace/trace.test.js';
import '../windows/windows.test.js';
import '../zones.test.js';
