/**
 * The properties of events: a record for each of the types that this library knows, the
 * parts of these records, and an interface for each family of types that share
 * properties. Start with {@link io.contacthub.event.properties.EventProperties}.
 */
@NullMarked
package io.contacthub.event.properties;

import org.jspecify.annotations.NullMarked;
