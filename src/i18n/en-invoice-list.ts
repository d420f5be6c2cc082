import { plural } from './en-plural.js';
import type { Words } from './words.js';

/** What `invoice-list` says, in English. */
export const invoiceListTexts = {
  invoiceNumber: 'Number',
  invoiceDate: 'Date',
  invoiceKind: 'Kind',
  invoiceAmount: 'Amount',
  invoiceStatus: 'Status',
  invoiceActions: 'Actions',
  /** By the contract's kind. */
  invoiceKinds: {
    plan: 'Plan',
    usage: 'Usage',
    support: 'Support',
    top_up: 'Reload',
    other: 'Other',
  } as Words,
  /** By the contract's status. */
  invoiceStatuses: {
    draft: 'Draft',
    open: 'Open',
    paid: 'Paid',
    past_due: 'Overdue',
    void: 'Void',
    uncollectible: 'Written off',
    refunded: 'Refunded',
  } as Words,
  noNumber: 'No number yet',
  dueOn: (day: string): string => `Due on ${day}`,
  paymentFailed: 'The payment failed.',
  paymentFailedUntil: (day: string): string => `The payment failed. Next attempt on ${day}.`,
  upcomingInvoice: 'Next invoice',
  upcomingOn: (day: string): string => `Expected on ${day}`,
  noInvoices: 'There are no invoices yet.',
  noInvoiceMatches: 'No invoice matches these filters.',
  emptyPage: 'There are no further invoices.',
  invoicesLoading: 'Loading invoices…',

  // Filters and pages
  statusFilter: 'Status',
  anyStatus: 'Any',
  yearFilter: 'Year',
  anyYear: 'Any',
  firstDay: 'From',
  lastDay: 'To',
  dayUnreadable: 'Enter a date.',
  firstAfterLast: 'The first day comes after the last one.',
  clearFilters: 'Clear filters',
  previousPage: 'Previous',
  nextPage: 'Next',
  pageOfInvoices: (page: string): string => `Page ${page}`,
  invoicePages: 'Pages of invoices',

  // One invoice
  detailsOf: (invoice: string): string => `Details of invoice ${invoice}`,
  linesOf: (invoice: string): string => `Lines of invoice ${invoice}`,
  downloadPdf: 'Download PDF',
  printInvoice: 'Print',
  pay: 'Pay',
  /** What a button does, and to which invoice. */
  forInvoice: (action: string, invoice: string): string => `${action}, invoice ${invoice}`,
  lineItem: 'Item',
  lineQuantity: 'Quantity',
  linePrice: 'Unit price',
  lineAmount: 'Amount',
  subtotal: 'Subtotal',
  taxAt: (name: string, rate: string): string => `${name} (${rate}%)`,
  taxIncluded: (tax: string): string => `${tax}, included`,
  creditsApplied: 'Credits applied',
  invoiceTotal: 'Total',
  amountPaid: 'Paid',
  amountDue: 'Amount due',

  // Files
  pdfPreparing: 'Being prepared…',
  pdfCopying: 'Making a copy…',
  pdfSaved: 'The file is saved.',
  pdfCopySaved: 'A copy is saved. It is not the original invoice.',
  pdfLink: 'Open PDF',
  pdfUndrawable: 'This invoice cannot be drawn as a file here. Print it instead.',
  cancelFile: 'Cancel',
  chooseInvoice: (invoice: string): string => `Choose invoice ${invoice}`,
  choosePage: 'Choose all on this page',
  chosenInvoices: (count: number, shown: string): string =>
    plural(count, '1 invoice chosen', `${shown} invoices chosen`),
  chooseAll: 'Choose all that match',
  choosingAll: (count: string): string => `Choosing invoices: ${count} so far`,
  downloadChosen: 'Download PDFs',
  clearChoice: 'Clear choice',
  collectingFiles: (done: string, total: string): string => `Collecting files: ${done} of ${total}`,
  filesSaved: 'The files are saved.',
  filesMissing: (invoices: string): string => `No file for ${invoices}.`,
  filesFailed: 'The files could not be collected.',

  // The list as a file
  exportInvoices: 'Export CSV',
  exportingInvoices: (count: string): string => `Exporting invoices: ${count} so far`,
  invoicesExported: 'The file is saved.',
  invoicesNotExported: 'The export stopped: some invoices are missing. No file was made.',
  cancelListExport: 'Cancel export',
  csvDueDate: 'Due date',
  csvDescription: 'Description',
  csvTotal: 'Total',
  csvAmountDue: 'Amount due',
  csvCurrency: 'Currency',

  /** Why an action is not offered, by the contract's reason. */
  invoiceReasons: {
    contact_support: 'Your invoices are sent by our support team.',
    contact_sales: 'Your invoices are sent by our support team.',
    no_permission: 'Only an owner of this account can see its invoices.',
  } as Words,
};
