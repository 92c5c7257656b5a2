package io.contacthub.emulator.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the embedded emulator.
 *
 * @param enabled Whether to run on an embedded emulator as long as none of
 * contacthub.workspace-id, contacthub.token, contacthub.node-id, contacthub.ini-file,
 * contacthub.workspaces.*.token and contacthub.workspaces.*.ini-file is set.
 * @param port Port of the emulator, 0 for a free one.
 * @param customers Number of customers that the emulator starts with.
 */
@ConfigurationProperties("contacthub.emulator")
record ContactHubEmulatorProperties(@DefaultValue("false") boolean enabled, @DefaultValue("0") int port,
		@DefaultValue("0") int customers) {

}
