/**
 * Tracing of ContactHub's requests, for applications with Micrometer Tracing. All of it
 * is in {@link io.contacthub.autoconfigure.tracing.ContactHubTracingAutoConfiguration}.
 */
@NullMarked
package io.contacthub.autoconfigure.tracing;

import org.jspecify.annotations.NullMarked;
