package io.contacthub.samples.migration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Connection}.
 */
@DisplayName("The connection")
class ConnectionTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			workspace-id               | CONTACTHUB_TOKEN and CONTACTHUB_NODE_ID are not set: see --help.
			workspace-id token         | CONTACTHUB_NODE_ID is not set: see --help.
			workspace-id nodes.shop    | CONTACTHUB_TOKEN is not set: see --help.
			workspace-id token node-id | ''
			workspaces.eu.id           | ''
			""")
	@DisplayName("tells which variables are missing")
	void tellsMissing(String names, String message) {
		MockEnvironment environment = new MockEnvironment();
		for (String name : names.split(" ")) {
			environment.setProperty("contacthub." + name, "x");
		}
		assertThat(Connection.missing(environment)).isEqualTo(message);
	}

}
