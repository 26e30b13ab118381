-- Images, sound and video of a stage's questions.

create table media (
  id uuid primary key default gen_random_uuid(),
  stage_id uuid not null references stage on delete cascade,
  kind text not null check (kind in ('image', 'audio', 'video')),
  type text not null,
  name text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text,
  state text not null check (state in ('uploading', 'ready')),
  created_by text not null,
  created_at timestamptz not null,
  check ((state = 'ready') = (sha256 is not null))
);
create index media_stage on media (stage_id);

-- Every chunk but the last holds 256 KiB, so that a place in the file says which chunk it is in.
create table media_chunk (
  media_id uuid not null references media on delete cascade,
  no int not null check (no >= 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 262144),
  primary key (media_id, no)
);
-- What is in it is compressed already.
alter table media_chunk alter column bytes set storage external;
