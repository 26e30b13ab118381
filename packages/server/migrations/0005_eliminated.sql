-- 淘汰: who left a show before its end stands behind all who stayed, whatever the scores; 1 left first, null stayed.
alter table mark add column eliminated int;
