/** What people read above a column: `workedMinutes` becomes "Worked minutes"; dates stay as they are. */
export function headingOf(key: string): string {
  if (/^\d{4}-/.test(key)) return key;
  const words = key.replace(
    /([a-z])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}
