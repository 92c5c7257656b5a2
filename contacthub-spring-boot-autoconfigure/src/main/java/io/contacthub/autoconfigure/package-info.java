/**
 * Auto-configuration of the ContactHub client. Start at
 * {@link io.contacthub.autoconfigure.ContactHubAutoConfiguration}, which shows the beans;
 * {@code PropertyChecks} refuses properties, {@code WorkspaceFactory} makes workspaces of
 * them, and {@code NamedConnections} those that have names. An application changes
 * clients by a {@link io.contacthub.autoconfigure.ContactHubClientCustomizer}.
 */
@NullMarked
package io.contacthub.autoconfigure;

import org.jspecify.annotations.NullMarked;
