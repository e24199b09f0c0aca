-- The moment that the author chose for the still picture, in milliseconds; none = the program chooses.
alter table video add column poster_millis int check (poster_millis >= 0);
