-- An exam's scheduled start, from which late entrants are counted; null: it is the opening.
alter table stage add column starts_at timestamptz;

-- 抽签: one draw a contest over everybody who entered it, kept for ever; correcting a score draws nothing again.
create table lots (
  contest_id uuid primary key references contest on delete cascade,
  algorithm text not null,
  seed text not null,
  drawn_at timestamptz not null,
  drawn_by text not null
);

-- 成绩复核: who is re-checked, drawn once from a stored seed.
create table recheck (
  contest_id uuid primary key references contest on delete cascade,
  list jsonb not null,
  drawn_at timestamptz not null,
  drawn_by text not null,
  closed_at timestamptz,
  closed_by text
);

-- What was found, append-only: the last version of an entry counts; corrected marks are versions of their own.
create table recheck_finding (
  contest_id uuid not null references recheck on delete cascade,
  entry_id uuid not null references entry on delete cascade,
  version int not null,
  outcome text not null check (outcome in ('asStated', 'error')),
  reason text not null,
  corrections jsonb not null,
  found_at timestamptz not null,
  found_by text not null,
  primary key (contest_id, entry_id, version)
);
