/** First column to the left, the others to the right; a row may be shorter. */
export function alignRows(rows: readonly (readonly string[])[]): string {
  const full = rows.filter((row) => row.length === rows[0]?.length);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...full.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) =>
          i === 0 ? cell.padEnd(widths[0] ?? 0) : row.length === widths.length ? cell.padStart(widths[i] ?? 0) : cell,
        )
        .join('  '),
    )
    .join('\n');
}
