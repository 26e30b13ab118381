-- Forward only. Ids are random UUIDs; instants are timestamptz; scores are numeric (SK-60).

create table unit (
  id uuid primary key default gen_random_uuid(),
  parent_id uuid references unit,
  code text not null unique,
  kind text not null,
  name text not null,
  short text not null,
  gb2260 text,
  path text not null unique
);
create index unit_parent on unit (parent_id);
create index unit_path on unit (path text_pattern_ops);

create table unit_alias (
  unit_id uuid not null references unit on delete cascade,
  alias text not null,
  primary key (unit_id, alias)
);

-- better-auth's tables, with its own column names.
create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  username text unique,
  "displayUsername" text,
  "mustChangePassword" boolean not null default false,
  disabled boolean not null default false
);
create table auth_session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth_user on delete cascade
);
create index auth_session_user on auth_session ("userId");
create table auth_credential (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth_user on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_credential_user on auth_credential ("userId");
create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);

create table role_grant (
  id uuid primary key default gen_random_uuid(),
  user_id text not null references auth_user on delete cascade,
  role text not null,
  unit_id uuid not null references unit,
  granted_by text not null,
  granted_at timestamptz not null,
  unique (user_id, role, unit_id)
);

-- Append-only and hash-chained (DP-32, DP-35).
create table audit (
  seq bigint primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  object text not null,
  unit_path text not null,
  detail jsonb not null,
  prev text not null,
  hash text not null
);
create index audit_unit on audit (unit_path text_pattern_ops, seq);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();

-- Keys made on first start: ticket signing, session secret. Backed up with the data they sign.
create table secret (
  name text primary key,
  value text not null,
  created_at timestamptz not null default now()
);

create table season (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references unit,
  code text not null unique,
  title text not null,
  year int not null,
  programme jsonb not null
);

create table occupation (
  code text not null,
  edition int not null,
  name text not null,
  primary key (edition, code, name)
);

create table contest (
  id uuid primary key default gen_random_uuid(),
  season_id uuid not null references season,
  unit_id uuid not null references unit,
  parent_id uuid references contest,
  code text not null,
  title text not null,
  tier text not null,
  field_code text,
  direction_code text,
  flagship boolean not null default false,
  status text not null check (status in ('planned', 'draft', 'running', 'closed')),
  template text,
  settings jsonb,
  facts jsonb not null default '{}',
  to_fill jsonb not null default '[]',
  created_at timestamptz not null,
  started_at timestamptz,
  unique (season_id, code)
);
create index contest_unit on contest (unit_id);

create table stage (
  id uuid primary key default gen_random_uuid(),
  contest_id uuid not null references contest on delete cascade,
  ordinal int not null,
  kind text not null,
  name text not null,
  status text not null check (status in ('planned', 'open', 'closed', 'decided')),
  settings jsonb not null,
  opens_at timestamptz,
  closes_at timestamptz,
  unique (contest_id, ordinal)
);

create table entry (
  id uuid primary key default gen_random_uuid(),
  contest_id uuid not null references contest on delete cascade,
  no int not null,
  name text not null,
  unit_id uuid not null references unit,
  status text not null default 'qualified' check (status in ('qualified', 'withdrawn', 'disqualified')),
  unique (contest_id, no),
  unique (contest_id, name)
);

create table entrant (
  id uuid primary key default gen_random_uuid(),
  contest_id uuid not null references contest on delete cascade,
  entry_id uuid not null references entry on delete cascade,
  entry_no text not null,
  seat int not null,
  name text not null,
  unit_id uuid not null references unit,
  member_no text,
  unique (contest_id, entry_no),
  unique (entry_id, seat),
  unique (contest_id, member_no)
);

create table stage_entry (
  stage_id uuid not null references stage on delete cascade,
  entry_id uuid not null references entry on delete cascade,
  primary key (stage_id, entry_id)
);

create table ticket (
  id uuid primary key default gen_random_uuid(),
  contest_id uuid not null references contest on delete cascade,
  entrant_id uuid not null references entrant on delete cascade,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create unique index ticket_valid on ticket (entrant_id) where revoked_at is null;

create table bank (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references unit,
  code text not null unique,
  title text not null,
  published_at timestamptz not null
);
create table question (
  bank_id uuid not null references bank on delete cascade,
  no int not null,
  type text not null,
  stem text not null,
  options jsonb not null,
  key jsonb not null,
  explanation text not null,
  tags jsonb not null,
  primary key (bank_id, no)
);

create table attempt (
  id uuid primary key default gen_random_uuid(),
  stage_id uuid not null references stage on delete cascade,
  entrant_id uuid not null references entrant on delete cascade,
  seed text not null,
  paper jsonb not null,
  device int not null default 1,
  started_at timestamptz not null,
  deadline_at timestamptz not null,
  submitted_at timestamptz,
  unique (stage_id, entrant_id)
);

-- The answer log: append-only, the highest revision of a question counts.
create table answer (
  attempt_id uuid not null references attempt on delete cascade,
  no smallint not null,
  revision int not null,
  choice smallint[] not null,
  device int not null,
  received_at timestamptz not null,
  primary key (attempt_id, no, revision)
);

-- The show's event log: the key is the lock (one owner appends; two can never both).
create table show_event (
  stage_id uuid not null references stage on delete cascade,
  seq int not null,
  at timestamptz not null,
  actor text not null,
  command_id text,
  event jsonb not null,
  primary key (stage_id, seq)
);
create table show_config (
  stage_id uuid primary key references stage on delete cascade,
  config jsonb not null
);

-- Corrections add a version; they never overwrite.
create table mark (
  stage_id uuid not null references stage on delete cascade,
  entry_id uuid not null references entry on delete cascade,
  member text not null default '',
  version int not null,
  score numeric,
  elapsed_ms bigint,
  decider int,
  status text not null check (status in ('scored', 'absent', 'disqualified')),
  source text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (stage_id, entry_id, member, version)
);

create table cut (
  stage_id uuid primary key references stage on delete cascade,
  rows jsonb not null,
  fingerprint text not null,
  confirmed_at timestamptz not null,
  confirmed_by text not null
);

create table result (
  contest_id uuid not null references contest on delete cascade,
  version int not null,
  state text not null check (state in ('sealed', 'noticed', 'final')),
  standings jsonb not null,
  awards jsonb not null,
  fingerprint text not null,
  sealed_at timestamptz not null,
  sealed_by text not null,
  notice jsonb,
  final_at timestamptz,
  primary key (contest_id, version)
);

create table certificate (
  id uuid primary key default gen_random_uuid(),
  no text not null unique,
  contest_id uuid not null references contest on delete cascade,
  entry_id uuid not null references entry,
  entrant_id uuid references entrant,
  payload jsonb not null,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  unique (contest_id, entry_id, entrant_id)
);
