/**
 * The ways into ContactHub: a {@link io.contacthub.Workspace} has
 * {@link io.contacthub.Node nodes}, and a node has customers and events.
 */
@NullMarked
package io.contacthub;

import org.jspecify.annotations.NullMarked;
