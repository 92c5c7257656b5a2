/**
 * Tracing of ContactHub's requests, for applications with Micrometer Tracing.
 */
@NullMarked
package io.contacthub.autoconfigure.tracing;

import org.jspecify.annotations.NullMarked;
