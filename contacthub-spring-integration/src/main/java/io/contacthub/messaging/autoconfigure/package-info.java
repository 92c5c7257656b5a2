/**
 * Auto-configuration of the feed that calls listeners for each change, with its health
 * and metrics. Start with
 * {@link io.contacthub.messaging.autoconfigure.ContactHubFeedAutoConfiguration}.
 */
@NullMarked
package io.contacthub.messaging.autoconfigure;

import org.jspecify.annotations.NullMarked;
