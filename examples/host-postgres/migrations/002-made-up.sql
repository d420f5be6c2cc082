-- Two tenants that nobody has ever met.
INSERT INTO plans VALUES
  ('standard', 'plan', 1, 'Standard', 'You pay for what you use', 0.00,
    '[{"name": "Templates", "value": "10"}, {"name": "Return receipts", "value": false}]'),
  ('essential', 'plan', 2, 'Essential', 'For a few colleagues', 250.00,
    '[{"name": "Templates", "value": "100"}, {"name": "Return receipts", "value": true}]'),
  ('advanced', 'plan', 3, 'Advanced', 'For everybody', 900.00,
    '[{"name": "Templates", "value": "1,000"}, {"name": "Return receipts", "value": true}]'),
  ('helpdesk', 'support', 1, 'Help desk', 'An answer within a day', 0.00, '[]'),
  ('hotline', 'support', 2, 'Hotline', 'An answer within an hour', 150.00, '[]');

INSERT INTO accounts VALUES
  ('acc_lighthouse', 'Lighthouse Letters', 'USD', 'Europe/Berlin', 'Visa •••• 4242'),
  ('acc_tideline', 'Tideline Tours', 'USD', 'Pacific/Auckland', 'Mastercard •••• 4444');

INSERT INTO subscriptions (account_id, slot, plan_id, period_start, period_end)
SELECT accounts.id, slot, plan, date_trunc('month', now())::date,
  (date_trunc('month', now()) + interval '1 month')::date
FROM accounts JOIN (VALUES
  ('acc_lighthouse', 'plan', 'standard'), ('acc_lighthouse', 'support', 'hotline'),
  ('acc_tideline', 'plan', 'advanced'), ('acc_tideline', 'support', 'hotline')
) AS held (account_id, slot, plan) ON held.account_id = accounts.id;

INSERT INTO balances (account_id, remaining)
SELECT id, CASE id WHEN 'acc_tideline' THEN 12.40 ELSE 184.60 END FROM accounts;

-- Some of every hour of a hundred days, never the same twice and always the same again.
INSERT INTO usage_records (account_id, at, channel, quantity)
SELECT accounts.id, date_trunc('hour', now()) - hour * interval '1 hour' + minute * interval '7 minutes',
  (ARRAY['web', 'mail', 'phone'])[1 + (hour * 7 + minute) % 3], 1 + (hour * 13 + minute) % 4
FROM accounts, generate_series(1, 2400) AS hour, generate_series(0, 2) AS minute
WHERE (hour * 31 + minute * 17) % 5 < CASE accounts.id WHEN 'acc_tideline' THEN 1 ELSE 2 END;

INSERT INTO invoices
SELECT 'inv_' || accounts.id || '_' || month, accounts.id,
  upper(left(accounts.id, 7)) || '-' || (100 + month),
  CASE month WHEN 1 THEN 'open' ELSE 'paid' END,
  (date_trunc('month', now()) - month * interval '1 month')::date, 'plan', 'Letters and hotline',
  230.00, 43.70, CASE month WHEN 1 THEN NULL ELSE accounts.card END
FROM accounts, generate_series(1, 14) AS month;
