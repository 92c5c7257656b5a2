/**
 * Events that are kept in a table of the application until they are sent: start with
 * {@link io.contacthub.event.jdbc.JdbcEventPublisher}. The tables are made by the scripts
 * {@code schema-h2.sql} and {@code schema-postgresql.sql} beside this package.
 */
@NullMarked
package io.contacthub.event.jdbc;

import org.jspecify.annotations.NullMarked;
