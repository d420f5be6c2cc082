import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { Page } from './page';

const main = document.querySelector('main');
if (!main) throw new Error('The page has no <main>.');

createRoot(main).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
