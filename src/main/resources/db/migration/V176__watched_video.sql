-- Which video `watched` are seconds of; null = told by an older release, and taken for the video of today.
alter table progress add column video_hash text;
