/**
 * Health of ContactHub, for applications with Spring Boot's health contributors.
 * {@link HealthChecks} is where to start: it asks the nodes and keeps what came of it.
 */
@NullMarked
package io.contacthub.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
