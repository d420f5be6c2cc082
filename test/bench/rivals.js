/** What people would pick instead, each as the smallest page that shows a bill with it. */
const inReact = (imports, tree) => `
  import { createRoot } from 'react-dom/client';
  ${imports}
  createRoot(document.body).render(${tree});
`;

export const rivals = [
  {
    name: 'Clever Cloud components',
    packages: ['@clevercloud/components'],
    shows: 'an invoice list that is handed its data',
    code: `
      import '@clevercloud/components/dist/cc-invoice-list.js';
      import { addTranslations, setLanguage } from '@clevercloud/components/dist/i18n.js';
      import { lang, translations } from '@clevercloud/components/dist/translations.en.js';
      addTranslations(lang, translations);
      setLanguage(lang);
    `,
  },
  {
    name: 'Schematic',
    packages: ['@schematichq/schematic-components'],
    shows: 'a portal: plan, metered features, invoices',
    code: inReact(
      `import { EmbedProvider, SchematicEmbed } from '@schematichq/schematic-components';`,
      `<EmbedProvider><SchematicEmbed id="portal" accessToken="token" /></EmbedProvider>`,
    ),
  },
  {
    name: 'Stigg',
    packages: ['@stigg/react-sdk'],
    shows: 'a customer portal: plan, usage, invoices',
    code: inReact(
      `import { CustomerPortal, StiggProvider } from '@stigg/react-sdk';
       import '@stigg/react-sdk/dist/styles.css';`,
      `<StiggProvider apiKey="key"><CustomerPortal /></StiggProvider>`,
    ),
  },
  {
    name: 'Amberflo',
    packages: ['@amberflo/uikit'],
    shows: 'usage as a graph, the plan, invoices',
    code: inReact(
      `import { AmberfloProvider, CostAndBilledUsage, InvoicesList, PricingPlan } from '@amberflo/uikit';`,
      `<AmberfloProvider session="session"><PricingPlan /><CostAndBilledUsage /><InvoicesList /></AmberfloProvider>`,
    ),
  },
  {
    name: 'Clerk',
    packages: ['@clerk/react', '@clerk/clerk-js', '@clerk/ui'],
    shows: 'a pricing table and what is behind it',
    code: inReact(
      `import { ClerkProvider, PricingTable } from '@clerk/react';
       import { Clerk } from '@clerk/clerk-js';
       import { ui } from '@clerk/ui';`,
      `<ClerkProvider publishableKey="key" Clerk={Clerk} ui={ui}><PricingTable /></ClerkProvider>`,
    ),
  },
];
