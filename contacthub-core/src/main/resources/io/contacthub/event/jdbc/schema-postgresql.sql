create table if not exists contacthub_event (
	id bigint generated always as identity primary key,
	publisher varchar(100) not null,
	event text not null,
	order_key varchar(255),
	tracing_id varchar(255),
	accepted_at timestamp with time zone not null,
	due_at timestamp with time zone not null,
	attempts int not null,
	lease_owner varchar(36),
	failure varchar(1000)
);
create index if not exists contacthub_event_due on contacthub_event (publisher, due_at, id);
create index if not exists contacthub_event_order on contacthub_event (publisher, order_key, id);

create table if not exists contacthub_refused_event (
	id bigint generated always as identity primary key,
	publisher varchar(100) not null,
	event text not null,
	order_key varchar(255),
	tracing_id varchar(255),
	accepted_at timestamp with time zone not null,
	refused_at timestamp with time zone not null,
	attempts int not null,
	status int,
	reason varchar(1000) not null
);
create index if not exists contacthub_refused_event_publisher on contacthub_refused_event (publisher, id);
