/**
 * Customers and events with Spring Integration: changes as they happen. Start with
 * {@link io.contacthub.messaging.CustomerChangeListener}, a bean that is called for each
 * of them, or with {@link io.contacthub.messaging.UpdateMessageSource} in a flow. Flows
 * of any source end in a {@link io.contacthub.messaging.CustomerMessageHandler} or an
 * {@link io.contacthub.messaging.EventMessageHandler}; for all of these there is
 * {@link io.contacthub.messaging.dsl.ContactHub} in the Java DSL.
 */
@NullMarked
package io.contacthub.messaging;

import org.jspecify.annotations.NullMarked;
