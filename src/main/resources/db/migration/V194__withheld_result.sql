-- When the result of an attempt may be seen, where its version of the exam says a day; null = now. Until then nothing
-- follows from it: no review, no completion, no certificate.
alter table attempt add column results_at timestamptz;
create index attempt_withheld on attempt (results_at) where results_at is not null;
