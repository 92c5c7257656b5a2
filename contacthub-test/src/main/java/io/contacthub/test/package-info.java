/**
 * What tests put in the place of parts of the client.
 * <p>
 * Start at {@link io.contacthub.test.EventRecorder}, which keeps the events that an
 * application publishes, and at {@link io.contacthub.test.RecordEvents}, which puts it
 * into an application context.
 */
@NullMarked
package io.contacthub.test;

import org.jspecify.annotations.NullMarked;
