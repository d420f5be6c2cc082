/** Tests that one engine alone can run, and why. Each of them must be there: what is gone is told. */

export type OtherEngine = 'Firefox' | 'WebKit';

interface LeftOut {
  readonly why: string;
  readonly engines: readonly OtherEngine[];
  /** Names of tests, with those of what they stand in, by their file. */
  readonly tests: Readonly<Record<string, readonly string[]>>;
}

export const leftOut: readonly LeftOut[] = [
  {
    why: 'Only of Chromium can a test read the accessibility tree.',
    engines: ['Firefox', 'WebKit'],
    tests: {
      'ui/dialog.test.ts': ['a dialog > gives the focus to its heading, which names it'],
      'elements/invoice-list.rows.test.ts': [
        'the rows of <invoice-list> > are a table > with a caption, headers and cells at 1024 px',
        'the rows of <invoice-list> > are a table > with a caption, headers and cells at 360 px',
        'the rows of <invoice-list> > are a table > whose controls each say which invoice they are for',
      ],
      'elements/plan-usage.change.test.ts': [
        'Changing the plan in <plan-usage> > compares features > as a table whose headers belong to their rows, columns and groups',
        'Changing the plan in <plan-usage> > is not offered > while a payment is overdue, and the button says why',
      ],
      'elements/plan-usage.payment.test.ts': [
        'What is paid in <plan-usage> > the way to pay on file > is named with the month in which it ends, and a button that says what it changes',
      ],
      'elements/plan-usage.reload.test.ts': [
        'Reloading in <plan-usage> > asks for an amount > of those on offer, told in units, or any other',
        'Reloading in <plan-usage> > asks for an amount > and says at the field what is wrong with "", and keeps it',
        'Reloading in <plan-usage> > asks for an amount > and says at the field what is wrong with "much", and keeps it',
        'Reloading in <plan-usage> > asks for an amount > and says at the field what is wrong with "99.99", and keeps it',
        'Reloading in <plan-usage> > asks for an amount > and says at the field what is wrong with "20000.01", and keeps it',
        'Reloading in <plan-usage> > asks for an amount > and says at the field what is wrong with "100.005", and keeps it',
        'Reloading in <plan-usage> > asks for an amount > and says at the field what is wrong with "100.50", and keeps it',
        'Reloading in <plan-usage> > asks for an amount > and says at the field what is wrong with "-100", and keeps it',
        'Automatic reload in <plan-usage> > is named by what it changes, and of which balance',
      ],
      'elements/plan-usage.test.ts': ['<plan-usage> > names each meter, with the amount in words'],
      'elements/support-plan.test.ts': [
        '<support-plan> > shows the plan that the account has > with channels, hours and answer times in groups, each said in words too',
      ],
      'elements/usage-chart.chart.test.ts': [
        'the chart of <usage-chart> > by keyboard > is one tab stop, an application named by its summary',
        'the chart of <usage-chart> > by keyboard > keeps its drawing out of the accessibility tree',
      ],
      'elements/usage-chart.test.ts': [
        '<usage-chart> > filters > have names and groups in the accessibility tree',
        '<usage-chart> > figures > are in the accessibility tree beside the chart',
      ],
      'elements/billing-checkout.access.test.ts': [
        'Everybody can use <billing-checkout> > by its names: the figures as a table, the ways as radios of one group',
      ],
    },
  },
  {
    why: 'Firefox keeps the failure of a module as long as the page: to try again helps only after a reload.',
    engines: ['Firefox'],
    tests: {
      'elements/billing-checkout.module.test.ts': [
        '<billing-checkout> without the code that it works with > says so at once, tells the page, and goes on once the code is there',
      ],
      'elements/billing-console.module.test.ts': [
        'a page of <billing-console> without its code > says so, leaves the others as they are, and goes on once the code is there',
      ],
      'elements/invoice-list.module.test.ts': [
        '<invoice-list> without the code that makes files > says so once where it cannot pack them, and packs them once the code is there',
        '<invoice-list> without the code that makes files > says so in the row, tells the page once, and makes the copy once the code is there',
      ],
      'elements/usage-chart.export.module.test.ts': [
        'the export of <usage-chart> without its code > says so each time, tells the page, and saves the file once all of it is there',
      ],
      'elements/usage-chart.module.test.ts': [
        '<usage-chart> without the code of its chart > shows the table instead, says why, and draws once the code is there',
      ],
    },
  },
  {
    why: 'Fields for a date are typed into otherwise there.',
    engines: ['Firefox', 'WebKit'],
    tests: {
      'elements/usage-chart.custom.test.ts': [
        '<usage-chart> with a custom range > lets a year be typed before it says anything',
        '<usage-chart> with a custom range > reads a field that was left half typed',
      ],
    },
  },
  {
    why: 'Counts turns of the event loop, and reading a body takes more of them in Firefox.',
    engines: ['Firefox'],
    tests: {
      'elements/billing-checkout.schedules.test.ts': [
        'However a person clicks, loads and opens, and whatever the line loses > has one effect under one key, in 1000 schedules',
      ],
    },
  },
  {
    why: 'In a drawing, Firefox takes a text with marks that have no width to be 17,895,656 px wide.',
    engines: ['Firefox'],
    tests: {
      'elements/pseudo-locale.test.ts': [
        'In a language that is longer by 40 % > usage-chart, stale: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > usage-chart, with answers that could not be read: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > usage-chart, days: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > usage-chart, months: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > usage-chart, groups: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > usage-chart, pointed at: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > usage-chart, with gaps: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > usage-chart, with days put together: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > usage-chart, more rows than are read at a time: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > usage-chart, more groups and days than are drawn: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > usage-chart, the world huge: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > usage-chart, the choice of a file: every text is one of the messages, data, or of Intl, and fits',
      ],
    },
  },
  {
    why: 'The window of WebKitGTK is never narrower than 447 px, and these ask for less.',
    engines: ['WebKit'],
    tests: {
      'elements/invoice-list.access.test.ts': [
        'who sees what in <invoice-list> > is accessible > where it is narrow, with an invoice opened',
      ],
      'elements/invoice-list.rows.test.ts': [
        'the rows of <invoice-list> > are a table > that does not run out of its place at 320 px',
      ],
      'elements/pseudo-locale.test.ts': [
        'In a language that is longer by 40 % > plan-usage, choosing another plan: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > plan-usage, plans on their way: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > plan-usage, plans that cannot be had: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > plan-usage, plans with features of no group: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > plan-usage, only one plan: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > plan-usage, a plan on its payment page: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload, amounts to choose from: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload, nothing typed yet: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload, 99.99 typed: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload, 1000000 typed: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload, 0.001 typed: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload, 1 typed: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload, fifty typed: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload, any amount within bounds: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload, between two steps: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload, again and again: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload in the world empty: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload in the world past-due: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload, its payment page: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > reload, done: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > automatic reload, to be set: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > automatic reload, a field refused: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > automatic reload, not set: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > support-plan, choosing another plan: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > support-plan, choosing how often it is paid: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > support-plan, to be canceled: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > support-plan, not canceled: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > support-plan, not canceled at that time: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > support-plan, canceled or not: every text is one of the messages, data, or of Intl, and fits',
        'In a language that is longer by 40 % > invoice-list, an invoice on its payment page: every text is one of the messages, data, or of Intl, and fits',
      ],
      'elements/right-to-left.test.ts': [
        'From right to left > plan-usage fits a narrow page in ar',
        'From right to left > plan-usage fits a narrow page in he',
        'From right to left > usage-chart fits a narrow page in ar',
        'From right to left > usage-chart fits a narrow page in he',
        'From right to left > the table of usage-chart fits a narrow page in ar',
        'From right to left > the table of usage-chart fits a narrow page in he',
        'From right to left > support-plan fits a narrow page in ar',
        'From right to left > support-plan fits a narrow page in he',
        'From right to left > invoice-list fits a narrow page in ar',
        'From right to left > invoice-list fits a narrow page in he',
        'From right to left > billing-checkout fits a narrow page in ar',
        'From right to left > billing-checkout fits a narrow page in he',
        'From right to left > billing-console fits a narrow page in ar',
        'From right to left > billing-console fits a narrow page in he',
      ],
    },
  },
  {
    why: 'In the narrowest place WebKit breaks one of the texts 14 px too late.',
    engines: ['WebKit'],
    tests: {
      'elements/pseudo-locale.test.ts': [
        'In a language that is longer by 40 % > billing-checkout, an estimate: every text is one of the messages, data, or of Intl, and fits',
      ],
    },
  },
  {
    why: 'The Intl of WebKitGTK on Debian 12 writes Arabic with Arabic digits and marks of its own.',
    engines: ['WebKit'],
    tests: {
      'elements/right-to-left.test.ts': [
        'From right to left > plan-usage > keeps a minus and a currency on the left of their number',
        'From right to left > plan-usage > begins a sentence on the right with a name, and ends it on the left with its full stop',
        'From right to left > support-plan > has the plan on the right, its price on the left',
        'From right to left > billing-checkout > keeps what is agreed to in order: the amount, and the card by its own',
        'From right to left > billing-checkout > says what an outcome was about, name and amount in order',
        'From right to left > usage-chart > has its time from the right, and its scale there',
        'From right to left > usage-chart > moves by sight, and the tip stays with the cursor',
      ],
      'i18n/formats.test.ts': [
        'numbers and money > stand in one piece in a language that runs from right to left',
      ],
    },
  },
  {
    why: 'Only Chromium can be told to force colours.',
    engines: ['Firefox', 'WebKit'],
    tests: {
      'elements/usage-chart.chart.test.ts': [
        'the chart of <usage-chart> > colours > give way as soon as the person changes them',
        'the chart of <usage-chart> > colours > give way to patterns where the person has few',
      ],
    },
  },
];
