/**
 * Customers and events with Spring Integration: changes as they happen. Start with
 * {@link io.contacthub.messaging.CustomerChangeListener}, a bean that is called for each
 * of them, or with {@link io.contacthub.messaging.UpdateMessageSource} in a flow.
 */
@NullMarked
package io.contacthub.messaging;

import org.jspecify.annotations.NullMarked;
