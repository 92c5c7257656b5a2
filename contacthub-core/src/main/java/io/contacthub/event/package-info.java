/**
 * Events of customers: start with {@link io.contacthub.event.Event} and
 * {@link io.contacthub.event.EventRepository}, or with
 * {@link io.contacthub.event.EventPublisher} to send events in the background. What
 * belongs to the type of an event is in {@link io.contacthub.event.properties}, what
 * belongs to where it happened in {@link io.contacthub.event.context}.
 */
@NullMarked
package io.contacthub.event;

import org.jspecify.annotations.NullMarked;
