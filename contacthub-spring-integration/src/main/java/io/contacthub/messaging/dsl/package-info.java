/**
 * The Java DSL of Spring Integration for ContactHub. Start at
 * {@link io.contacthub.messaging.dsl.ContactHub}.
 */
@NullMarked
package io.contacthub.messaging.dsl;

import org.jspecify.annotations.NullMarked;
