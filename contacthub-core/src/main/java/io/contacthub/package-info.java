/**
 * The ways into ContactHub: a {@link io.contacthub.Workspace} has
 * {@link io.contacthub.Node nodes}, and a node has customers and events. Start at
 * {@link io.contacthub.Workspace#builder()}; in an application with Spring Boot both are
 * beans.
 */
@NullMarked
package io.contacthub;

import org.jspecify.annotations.NullMarked;
