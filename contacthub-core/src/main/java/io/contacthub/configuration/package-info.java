/**
 * The configuration of a workspace, and the automations that it has. Start at
 * {@link io.contacthub.configuration.WorkspaceConfiguration}: what there is one of is a
 * {@link io.contacthub.configuration.ConfigurationDocument}, and what there are several
 * of is in a {@link io.contacthub.configuration.ConfigurationRepository}.
 */
@NullMarked
package io.contacthub.configuration;

import org.jspecify.annotations.NullMarked;
