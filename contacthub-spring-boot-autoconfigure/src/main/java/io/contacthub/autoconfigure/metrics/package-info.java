/**
 * Metrics of ContactHub's publishers, for applications with Micrometer.
 */
@NullMarked
package io.contacthub.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
