/**
 * Publishers that keep their events in the application's own database, for applications
 * with {@code contacthub.events.publisher.store=jdbc}: start with
 * {@code ContactHubJdbcAutoConfiguration}.
 */
@NullMarked
package io.contacthub.autoconfigure.jdbc;

import org.jspecify.annotations.NullMarked;
