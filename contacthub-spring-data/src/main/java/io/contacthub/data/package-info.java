/**
 * Repositories that are declared as interfaces, on Spring Data: the name of a method is
 * its query.
 * <p>
 * Start with {@link io.contacthub.data.ContactHubRepository}, which an application
 * extends; with Spring Boot nothing else is needed, and without it
 * {@link io.contacthub.data.EnableContactHubRepositories}. What the name of a method
 * cannot say, {@link io.contacthub.data.ContactHubQuery} and
 * {@link io.contacthub.data.ExtendedProperty} do.
 */
@NullMarked
package io.contacthub.data;

import org.jspecify.annotations.NullMarked;
