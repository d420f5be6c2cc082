/** @type {import('billing-elements').LanguageTexts} */
export const texts = { reload: 'Opwaarderen' };
