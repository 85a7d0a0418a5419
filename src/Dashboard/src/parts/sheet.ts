import type { CellValue } from 'hucre/xlsx';
import { isDay } from './time';

/** What a cell of a file says: its text, and the number behind it where somebody may want to add it up. */
export interface Said {
  text: string;
  number?: number | null;
}

/** A list as a file or on paper: the titles, and the rows below them. */
export interface Sheet {
  titles: string[];
  rows: Said[][];
}

// What a spreadsheet would take as a formula, whatever spaces stand before it; a number with a sign is none.
const isFormula = (text: string) => /^\s*[=+\-@\t\r]/.test(text) && !/^\s*[+-]?[\d,.]+(\s*元|\s*%)?$/.test(text);

function cell(text: string) {
  const plain = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The table as CSV in UTF-8, with the mark by which spreadsheets know it; a number is one, and nothing is calculated when it is opened. */
export function csvOf({ titles, rows }: Sheet) {
  const plain = ({ text, number }: Said) => (typeof number === 'number' ? `${number}` : text);
  const lines = [titles, ...rows.map((row) => row.map(plain))].map((row) => row.map(cell).join(','));
  return new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
}

const dayFormat = 'yyyy-mm-dd';
const numberFormat = '#,##0.00';
/** The longest name of a sheet that spreadsheets take. */
const longestName = 31;

// A text is written as a text, so it is never a formula.
const valueIn = ({ text, number }: Said): CellValue => number ?? (isDay(text) ? new Date(text) : text);

function columnOf(rows: Said[][], place: number) {
  const cells = rows.flatMap((row) => row[place] ?? []);
  if (cells.some(({ number }) => typeof number === 'number')) return { autoWidth: true, numFmt: numberFormat };
  return { autoWidth: true, ...(cells.some(({ text }) => isDay(text)) && { numFmt: dayFormat }) };
}

/** The table as a workbook (XLSX): days are days and amounts are numbers there, and the titles stay in sight. */
export async function workbookOf(name: string, { titles, rows }: Sheet) {
  // Most people who look at a list take no file: what writes one comes when somebody does.
  const { writeXlsx } = await import('hucre/xlsx');
  const written = await writeXlsx({
    sheets: [
      {
        name: name.slice(0, longestName),
        rows: [titles, ...rows.map((row) => row.map(valueIn))],
        columns: titles.map((_, place) => columnOf(rows, place)),
        cells: new Map(titles.map((_, place) => [`0,${place}`, { style: { font: { bold: true } } }])),
        freezePane: { rows: 1 },
      },
    ],
  });
  return new Blob([written as Uint8Array<ArrayBuffer>], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

/** Has the browser keep something as a file. */
export function saveFile(name: string, content: Blob) {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
