package io.contacthub.samples.migration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Invocation}.
 */
@DisplayName("How the program was started")
class InvocationTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', delimiter = '|',
			textBlock = """
					target/customer-migration.jar  | target/customer-migration.jar export a.jsonl | java -jar target/customer-migration.jar
					target/customer-migration.jar  | target/customer-migration.jar                | java -jar target/customer-migration.jar
					/my files/m.jar                | /my files/m.jar count                        | java -jar '/my files/m.jar'
					m.jar                          | io.contacthub.Main count                     | customer-migration
					classes:lib/m.jar              | io.contacthub.Main count                     | customer-migration
					""")
	@DisplayName("is told as a command that can be given again")
	void tellsCommand(String classPath, String command, String invocation) {
		assertThat(Invocation.of(classPath, command)).isEqualTo(invocation);
	}

}
