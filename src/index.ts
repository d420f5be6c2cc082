/** Everything but definitions: importing this defines no element. */
export { BillingError } from './api/billing-error.js';
export type { BillingErrorInit, ClientErrorCode } from './api/billing-error.js';
export type { BillingApi, CallOptions, WriteOptions } from './api/billing-api.js';
export { createHttpClient } from './api/http-client.js';
export type { ExpiringToken, TokenProvider } from './api/token.js';
export type * from './billing/types.js';
export type { AllMessages as Messages } from './i18n/messages.js';
export { chartPairs } from './elements/usage-chart/chart-colours.js';
export { registerLanguage } from './i18n/language-texts.js';
export type { LanguageLoader, LanguageTexts } from './i18n/language-texts.js';
export { configureBilling } from './state/settings.js';
export type { BillingSettings } from './state/settings.js';
export { BillingErrorEvent, SignInRequestEvent } from './ui/faces.events.js';
export { colourPairs, contrastOf, contrastReport, luminanceOf } from './ui/contrast.js';
export type { ColourFinding, ColourPair } from './ui/contrast.js';
export type { Rgb } from './ui/rgb.js';
