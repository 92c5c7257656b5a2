/**
 * Annotations of tests that run on an emulator.
 * <p>
 * Start at {@link io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator},
 * which goes with any test of Spring, and at
 * {@link io.contacthub.test.autoconfigure.ContactHubTest}, which starts the client only.
 */
@NullMarked
package io.contacthub.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
