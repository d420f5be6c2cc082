-- Amounts are `numeric`, which is exact; they leave the database as text and stay text.
CREATE TABLE accounts (
  id text PRIMARY KEY,
  name text NOT NULL,
  currency text NOT NULL,
  time_zone text NOT NULL,
  card text
);

CREATE TABLE people (
  email text PRIMARY KEY,
  password_hash text NOT NULL,
  account_id text NOT NULL REFERENCES accounts,
  role text NOT NULL CHECK (role IN ('owner', 'viewer'))
);

CREATE TABLE sessions (
  -- Of the token that the browser has, only the hash is kept.
  token_hash text PRIMARY KEY,
  email text NOT NULL REFERENCES people ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);

CREATE TABLE plans (
  id text PRIMARY KEY,
  slot text NOT NULL CHECK (slot IN ('plan', 'support')),
  place integer NOT NULL,
  name text NOT NULL,
  description text NOT NULL,
  price numeric(20, 2) NOT NULL,
  features jsonb NOT NULL DEFAULT '[]'
);

CREATE TABLE subscriptions (
  account_id text NOT NULL REFERENCES accounts,
  slot text NOT NULL CHECK (slot IN ('plan', 'support')),
  plan_id text NOT NULL REFERENCES plans,
  period_start date NOT NULL,
  period_end date NOT NULL,
  scheduled text CHECK (scheduled IN ('cancel', 'change')),
  scheduled_plan_id text REFERENCES plans,
  status text NOT NULL DEFAULT 'active',
  PRIMARY KEY (account_id, slot)
);

CREATE TABLE balances (
  account_id text PRIMARY KEY REFERENCES accounts,
  remaining numeric(20, 2) NOT NULL,
  auto_top_up boolean NOT NULL DEFAULT false,
  auto_threshold numeric(20, 2) NOT NULL DEFAULT 50,
  auto_amount numeric(20, 2) NOT NULL DEFAULT 100,
  -- How many automatic reloads were tried, charged or declined.
  reloads integer NOT NULL DEFAULT 0
);

CREATE TABLE usage_records (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts,
  at timestamptz NOT NULL,
  channel text NOT NULL,
  quantity numeric(20, 4) NOT NULL
);
CREATE INDEX ON usage_records (account_id, at, id);

CREATE TABLE invoices (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts,
  number text NOT NULL UNIQUE,
  status text NOT NULL,
  date date NOT NULL,
  kind text NOT NULL,
  description text NOT NULL,
  amount numeric(20, 2) NOT NULL,
  tax numeric(20, 2) NOT NULL,
  paid_by text
);
CREATE INDEX ON invoices (account_id, date, id);
CREATE SEQUENCE invoice_numbers START 1000;

CREATE TABLE operations (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts,
  kind text NOT NULL,
  body jsonb NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);

-- Payments that somebody has yet to make: at the provider's page, or by a transfer.
CREATE TABLE waiting_payments (
  operation_id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts,
  amount numeric(20, 2) NOT NULL,
  paid_by text NOT NULL
);

-- What was answered to a confirmation, so that it has one effect however often it is sent.
CREATE TABLE confirmed_writes (
  account_id text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  answer text,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, key)
);
