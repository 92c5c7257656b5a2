/**
 * Connection to an emulator among the services of Docker Compose, for applications with
 * Spring Boot's support of it. It has no class that an application names: it finds a
 * service whose image is {@code contacthub-emulator}.
 */
@NullMarked
package io.contacthub.autoconfigure.docker.compose;

import org.jspecify.annotations.NullMarked;
