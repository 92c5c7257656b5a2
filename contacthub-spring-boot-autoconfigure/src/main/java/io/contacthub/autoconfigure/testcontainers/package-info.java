/**
 * Connection to an emulator in a container of Testcontainers, for tests with Spring
 * Boot's support of it. It has no class that a test names: it finds a container that is
 * annotated with {@code @ServiceConnection("contacthub-emulator")}.
 */
@NullMarked
package io.contacthub.autoconfigure.testcontainers;

import org.jspecify.annotations.NullMarked;
