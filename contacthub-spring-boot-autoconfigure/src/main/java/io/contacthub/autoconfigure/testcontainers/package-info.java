/**
 * Connection to an emulator in a container of Testcontainers, for tests with Spring
 * Boot's support of it.
 */
@NullMarked
package io.contacthub.autoconfigure.testcontainers;

import org.jspecify.annotations.NullMarked;
