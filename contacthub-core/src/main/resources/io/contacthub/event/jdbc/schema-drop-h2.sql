drop table if exists contacthub_refused_event;
drop table if exists contacthub_event;
