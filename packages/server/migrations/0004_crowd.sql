-- The hall's phones. What the audience was asked, and whether answers still count; its row is the lock between the last
-- answer and the stop.
create table crowd_ask (
  stage_id uuid not null references stage on delete cascade,
  -- question:ID or poll:ID
  asked text not null,
  options smallint not null,
  open boolean not null,
  primary key (stage_id, asked)
);

-- A phone without an account: a random id and a short code to be called out by. No name, no address.
create table crowd_guest (
  stage_id uuid not null references stage on delete cascade,
  guest text not null,
  code text not null,
  at timestamptz not null,
  primary key (stage_id, guest),
  unique (stage_id, code)
);

-- Append-only: of one guest and question the highest no counts.
create table crowd_answer (
  no bigserial primary key,
  stage_id uuid not null,
  asked text not null,
  guest text not null,
  choice smallint not null,
  at timestamptz not null,
  foreign key (stage_id, asked) references crowd_ask on delete cascade,
  foreign key (stage_id, guest) references crowd_guest on delete cascade
);
create index crowd_answer_last on crowd_answer (stage_id, asked, guest, no desc);
create trigger crowd_answer_fixed before update on crowd_answer
  for each statement execute function refuse_change();

-- The codes that each lot was drawn from, so that anybody can draw again.
create table crowd_draw (
  stage_id uuid not null references stage on delete cascade,
  seed text not null,
  codes text[] not null,
  primary key (stage_id, seed)
);
