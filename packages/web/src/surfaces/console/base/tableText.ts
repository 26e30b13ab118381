type Cell = string | number | null;

/** As spreadsheets paste it: tabs between cells, no tab or line break inside one. */
export const tabText = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => row.map((cell) => String(cell ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');

/** RFC 4180 with a byte order mark for Excel; a text that Excel would run as a formula is disarmed. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell): string => {
    const text = String(value ?? '');
    const risky = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
    return `"${(risky ? `'${text}` : text).replace(/"/g, '""')}"`;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Numbers by size, texts as Chinese readers expect; empty cells last. */
export function compareCells(a: Cell, b: Cell): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [Number(a), Number(b)];
  if (a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return String(a).localeCompare(String(b), 'zh-CN', { numeric: true });
}

export function saveText(text: string, name: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
