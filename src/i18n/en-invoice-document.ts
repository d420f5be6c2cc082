/** What an invoice on paper says, in English. */
export const invoiceDocumentTexts = {
  invoiceTitle: 'Invoice',
  documentCopy: 'Copy',
  documentCopyNote: 'This is a copy, and no tax document.',
  documentFrom: 'From',
  documentTo: 'Billed to',
  documentDueDate: 'Due date',
  documentPeriod: 'Period',
  documentTaxId: (id: string): string => `Tax ID ${id}`,
  documentPage: (page: string, pages: string): string => `Page ${page} of ${pages}`,
};
