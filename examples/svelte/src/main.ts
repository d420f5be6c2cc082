import { mount } from 'svelte';

import Page from './Page.svelte';

const target = document.querySelector('main');
if (!target) throw new Error('The page has no <main>.');

mount(Page, { target });
