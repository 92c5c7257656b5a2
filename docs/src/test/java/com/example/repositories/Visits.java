package com.example.repositories;

import java.time.Instant;
import java.util.List;

import io.contacthub.data.ContactHubRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventType;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/**
 * Events by the names of methods.
 */
// tag::interface[]
interface Visits extends ContactHubRepository<Event> {

	Page<Event> findByCustomerIdAndTypeAndDateBetween(String customerId, EventType type, Instant from, Instant to,
			Pageable page);

	List<Event> findByTypeInOrderByDateDesc(List<EventType> types);

}
// end::interface[]
