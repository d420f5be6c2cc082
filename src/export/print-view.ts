import type { InvoiceBrand } from './invoice-brand.js';
import type { InvoiceDocument, Party } from './invoice-document.js';

const looks = `
  @page { margin: 18mm 16mm; }
  body { margin: 0; color: #181818; font: 10pt/1.45 system-ui, sans-serif; }
  .logo { display: block; max-inline-size: 56mm; max-block-size: 16mm; margin-block-end: 8mm; }
  h1 { margin: 0 0 6mm; font-size: 20pt; font-weight: 600; }
  .copy { float: inline-end; color: #646464; font-weight: 400; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 6mm; margin: 0 0 8mm; }
  dt, .quiet, th { color: #646464; font-weight: 400; }
  dd { margin: 0; }
  .parties { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; margin-block-end: 8mm; }
  .parties p { margin: 0; }
  table { inline-size: 100%; border-collapse: collapse; }
  caption { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; }
  th, td { padding: 2mm 0; border-block-end: 0.25mm solid #d7d7d7; text-align: start; vertical-align: top; }
  tbody th { color: inherit; }
  .amount { padding-inline-start: 5mm; text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
  tr { break-inside: avoid; }
  .sums { grid-template-columns: 1fr max-content; inline-size: 55%; margin-block: 5mm; margin-inline-start: auto; break-inside: avoid; }
  .sums dd { text-align: end; font-variant-numeric: tabular-nums; }
  .total { color: inherit; font-size: 12pt; font-weight: 600; }
  footer { margin-block-start: 8mm; color: #646464; font-size: 8.5pt; }
`;

/**
 * Prints an invoice as a document of its own: semantic, in the fonts of the system, so that every
 * script is drawn. A frame made by DOM calls works under every policy; `srcdoc` does not.
 */
export async function printDocument(
  invoice: InvoiceDocument,
  { logo }: InvoiceBrand = {},
): Promise<void> {
  const frame = document.createElement('iframe');
  frame.title = invoice.title;
  frame.setAttribute('aria-hidden', 'true');
  frame.inert = true;
  frame.width = '0';
  frame.height = '0';
  document.body.append(frame);
  const view = frame.contentWindow;
  if (!view) return;
  write(view, invoice);
  const picture = logo && URL.createObjectURL(logo.png);
  if (picture !== undefined) await addLogo(view.document, picture);
  const leave = (): void => {
    frame.remove();
    if (picture !== undefined) URL.revokeObjectURL(picture);
  };
  view.addEventListener('afterprint', leave, { once: true });
  view.print();
}

/** A picture that is not there yet would not be printed. */
async function addLogo(page: Document, address: string): Promise<void> {
  const image = page.createElement('img');
  image.className = 'logo';
  image.alt = '';
  image.src = address;
  page.body.prepend(image);
  await image.decode().catch(() => {
    image.remove();
  });
}

/** Fills an empty window with the document. */
function write(view: Window, invoice: InvoiceDocument): void {
  const { document: page } = view;
  page.title = invoice.title;
  page.documentElement.lang = invoice.language;
  page.documentElement.dir = invoice.direction;
  page.adoptedStyleSheets = [sheetOf(view)];
  page.body.replaceChildren(...contentOf(page, invoice));
}

/** A style sheet belongs to the document that it is made in. */
function sheetOf(view: Window): CSSStyleSheet {
  const Sheet: unknown = Reflect.get(view, 'CSSStyleSheet');
  const sheet: unknown = typeof Sheet === 'function' ? Reflect.construct(Sheet, []) : undefined;
  const made = sheet as CSSStyleSheet;
  made.replaceSync(looks);
  return made;
}

type Child = Node | string;

function contentOf(page: Document, invoice: InvoiceDocument): readonly Node[] {
  const make = (tag: string, look: string, ...children: readonly Child[]): HTMLElement => {
    const element = page.createElement(tag);
    if (look) element.className = look;
    element.append(...children);
    return element;
  };
  const said = (text: string): HTMLElement => make('bdi', '', text);
  const scoped = (scope: string, look: string, ...children: readonly Child[]): HTMLElement => {
    const cell = make('th', look, ...children);
    cell.setAttribute('scope', scope);
    return cell;
  };
  const pairs = (
    look: string,
    list: readonly { readonly label: string; readonly value: string; readonly isTotal?: boolean }[],
  ) =>
    make(
      'dl',
      look,
      ...list.flatMap(({ isTotal, label, value }) => [
        make('dt', isTotal ? 'total' : '', said(label)),
        make('dd', isTotal ? 'total' : '', said(value)),
      ]),
    );
  const party = ({ label, lines }: Party): HTMLElement =>
    make('div', '', make('p', 'quiet', label), ...lines.map((line) => make('p', '', said(line))));
  const { caption, copy, copyNote, facts, headings, lines, notes, parties, sums, title } = invoice;
  const head = make(
    'tr',
    '',
    ...headings.map((heading, at) => scoped('col', at === 0 ? '' : 'amount', heading)),
  );
  const rows = lines.map(({ amount, description, period, quantity, unitPrice }) =>
    make(
      'tr',
      '',
      scoped(
        'row',
        '',
        said(description),
        ...(period === undefined ? [] : [make('div', 'quiet', said(period))]),
      ),
      ...[quantity, unitPrice, amount].map((text) => make('td', 'amount', said(text))),
    ),
  );
  return [
    make('h1', '', make('span', 'copy', copy), title),
    pairs('', facts),
    make('div', 'parties', ...parties.map(party)),
    make(
      'table',
      '',
      make('caption', '', caption),
      make('thead', '', head),
      make('tbody', '', ...rows),
    ),
    pairs('sums', sums),
    ...(notes === undefined ? [] : [make('p', 'quiet', said(notes))]),
    make('footer', '', `${copy} · ${copyNote}`),
  ];
}
