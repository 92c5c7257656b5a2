package io.contacthub.samples.migration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the command line refuses, before anything is connected.
 */
@DisplayName("The command line")
class MigrationCommandTests {

	private final InProcess command = new InProcess(null);

	@Test
	@DisplayName("shows its commands and exit codes")
	void helps() {
		assertThat(this.command.call("--help")).isZero();
		assertThat(this.command.out()).contains("Usage: customer-migration", "Commands:", "  count ",
				"  3     the file cannot be read", "CONTACTHUB_TOKEN");
		assertThat(this.command.err()).isEmpty();
	}

	@Test
	@DisplayName("shows its version")
	void showsVersion() {
		assertThat(this.command.call("--version")).isZero();
		assertThat(this.command.out()).isEqualTo("customer-migration (development)\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--token=s3cret", "--contacthub.token=s3cret", "-token=s3cret", "--TOKEN=s3cret" })
	@DisplayName("takes no token, and does not repeat it")
	void refusesToken(String option) {
		assertThat(this.command.call("count", option)).isEqualTo(2);
		assertThat(this.command.err()).contains("CONTACTHUB_TOKEN").doesNotContain("s3cret");
	}

	@ParameterizedTest
	@CsvSource({ "--, Say what to do: ", "cuont, Unmatched argument at index 0: 'cuont'",
			"count --events --tag=vip, --tag and --registered-… are for customers",
			"count --nod=shop, Possible solutions: --node" })
	@DisplayName("says in a few lines what is wrong")
	void refuses(String arguments, String message) {
		assertThat(this.command.call((Object[]) arguments.split(" "))).isEqualTo(2);
		assertThat(this.command.err()).contains(message);
		assertThat(this.command.err().lines()).hasSizeLessThan(4);
		assertThat(this.command.out()).isEmpty();
	}

}
