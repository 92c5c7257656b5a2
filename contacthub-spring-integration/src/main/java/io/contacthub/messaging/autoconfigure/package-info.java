/**
 * Auto-configuration of the feed that calls listeners for each change.
 */
@NullMarked
package io.contacthub.messaging.autoconfigure;

import org.jspecify.annotations.NullMarked;
