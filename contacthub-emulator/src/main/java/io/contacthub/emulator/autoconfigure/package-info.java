/**
 * Switch of Spring Boot to run an application on an embedded emulator during development:
 * the properties {@code contacthub.emulator}.
 * <p>
 * Start at
 * {@link io.contacthub.emulator.autoconfigure.ContactHubEmulatorAutoConfiguration}.
 */
@NullMarked
package io.contacthub.emulator.autoconfigure;

import org.jspecify.annotations.NullMarked;
