/**
 * Connection to an emulator among the services of Docker Compose, for applications with
 * Spring Boot's support of it.
 */
@NullMarked
package io.contacthub.autoconfigure.docker.compose;

import org.jspecify.annotations.NullMarked;
