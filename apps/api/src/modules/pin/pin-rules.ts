const DIGITS = /^\d{6,12}$/;

/** Why a PIN is too easy to guess, in one sentence; null if it is not. */
export function weaknessOf(pin: string, employeeNumber: string): string | null {
  if (!DIGITS.test(pin)) return 'A PIN has 6 to 12 digits.';
  if (isRun(pin)) return 'A PIN must not be one digit again and again, or digits in a row.';
  if (isRepetition(pin)) return 'A PIN must not be the same few digits again and again.';
  const digits = employeeNumber.replace(/\D/g, '');
  if (digits.length >= 4 && pin.includes(digits)) return 'A PIN must not contain the employee number.';
  return null;
}

/** The same step from each digit to the next: 000000, 123456, 987654. */
function isRun(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10);
  return steps.every((step) => step === steps[0]) && [0, 1, 9].includes(steps[0] ?? 0);
}

function isRepetition(pin: string): boolean {
  return [2, 3].some(
    (length) =>
      pin ===
      pin
        .slice(0, length)
        .repeat(Math.ceil(pin.length / length))
        .slice(0, pin.length),
  );
}
