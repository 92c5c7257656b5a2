/**
 * Metrics of ContactHub's publishers, for applications with Micrometer.
 * {@code EventPublisherMetrics} has their names.
 */
@NullMarked
package io.contacthub.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
