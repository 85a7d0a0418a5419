/** A table as plain text: the titles, and the rows below them. */
export interface Sheet {
  titles: string[];
  rows: string[][];
}

// What a spreadsheet would take as a formula, whatever spaces stand before it; a number with a sign is none.
const isFormula = (text: string) => /^\s*[=+\-@\t\r]/.test(text) && !/^\s*[+-]?[\d,.]+(\s*元|\s*%)?$/.test(text);

function cell(text: string) {
  const plain = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The table as CSV in UTF-8, with the mark by which spreadsheets know it; nothing in it is calculated when it is opened. */
export const csvOf = ({ titles, rows }: Sheet) => `\uFEFF${[titles, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** Has the browser keep a text as a file. */
export function saveFile(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
