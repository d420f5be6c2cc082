/**
 * Every part of every element, and its states: what an element holds in its shadow root passes them
 * on, so that a page reaches them by the same names, however deep they are. A test keeps it complete.
 */
export const everyPart = `
  active amount amount-option amounts archive-cancel archive-status as-of auto-reload
  auto-reload-fields available average back badge balance balances button cancel caption
  card change change-auto-reload change-method chart check checkout choice choice-button
  choose choose-all chosen clear clear-choice close comment comparison completed confirm
  consent contact continue copied copy cost-unknown costs current cursor cycle cycles
  danger details dialog dialog-body dialog-head dialog-heading done download
  download-chosen draft due empty estimate exhausted expired export export-cancel
  export-choices export-part export-records export-retry export-status export-summary
  facts failed failing features field figure file-cancel file-link file-status filters
  go-on go-to-field grant grants group-filter heading icon info input instruction
  instructions invoice keep label legend line lines lines-table link losses lost low meter
  meter-filter more next next-page notes notice notices number off offer ok open option
  outcome outcome-heading page pages paid past_due pay payment payment-method pending
  plain plan plan-name plans previous-page price primary print problem progress quiet
  range reason recommended redirect refunded reload retry save scheduled selected sign-in
  skeleton sort start-anew status status-filter stop-choosing subheading sum summary
  support tab table tabs total try-again unavailable uncollectible upcoming view void
  warning way ways when year-filter
`
  .trim()
  .replaceAll(/\s+/g, ', ');
