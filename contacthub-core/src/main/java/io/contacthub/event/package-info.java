/**
 * Events of customers: start with {@link io.contacthub.event.Event} and
 * {@link io.contacthub.event.EventRepository}, or with
 * {@link io.contacthub.event.EventPublisher} to send events in the background, or from
 * the table that {@link io.contacthub.event.jdbc} keeps them in. What belongs to the type
 * of an event is in {@link io.contacthub.event.properties}, what belongs to where it
 * happened in {@link io.contacthub.event.context}.
 */
@NullMarked
package io.contacthub.event;

import org.jspecify.annotations.NullMarked;
