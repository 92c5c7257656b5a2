package io.contacthub.samples.migration;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code count}.
 */
@DisplayName("count")
class CountCommandTests {

	private final ContactHubEmulator emulator = ContactHubEmulator.builder().customers(7).start();

	private final InProcess command = new InProcess(InProcess.node(this.emulator));

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@Test
	@DisplayName("prints the number alone")
	void counts() {
		assertThat(this.command.call("count")).isZero();
		assertThat(this.command.out()).isEqualTo("7\n");
		assertThat(this.command.err()).isEmpty();
	}

	@Test
	@DisplayName("counts what is asked for, without the end of the time")
	void filters() {
		String registered = firstRegistration();
		assertThat(this.command.call("count", "--registered-from=" + registered)).isZero();
		assertThat(this.command.out()).isEqualTo("7\n");
		assertThat(this.command.call("count", "--registered-to=" + registered)).isZero();
		assertThat(this.command.out()).isEqualTo("0\n");
		assertThat(this.command.call("count", "--tag=nobody")).isZero();
		assertThat(this.command.out()).isEqualTo("0\n");
	}

	private String firstRegistration() {
		return InProcess.node(this.emulator)
			.customers()
			.stream()
			.map((customer) -> customer.registeredAt())
			.sorted()
			.findFirst()
			.orElseThrow()
			.toString();
	}

	@Test
	@DisplayName("counts events")
	void countsEvents() {
		assertThat(this.command.call("count", "--events")).isZero();
		assertThat(Integer.parseInt(this.command.out().strip())).isPositive();
	}

	@Test
	@DisplayName("says what is no time")
	void refusesTime() {
		assertThat(this.command.call("count", "--registered-from=yesterday")).isEqualTo(2);
		assertThat(this.command.err())
			.isEqualTo("--registered-from=yesterday is no time: write 2026-01-31 or 2026-01-31T08:00:00Z.\n");
	}

	@Test
	@DisplayName("says that ContactHub refuses")
	void tellsFailure() {
		this.emulator.wireMock().register(WireMock.any(anyUrl()).willReturn(WireMock.unauthorized()));
		assertThat(this.command.call("count")).isEqualTo(4);
		assertThat(this.command.out()).isEmpty();
		assertThat(this.command.err())
			.startsWith("ContactHub refuses the token (401): check CONTACTHUB_TOKEN. GET /customers")
			.hasLineCount(1);
	}

	@ParameterizedTest
	@CsvSource({ "403, ContactHub does not permit this (403): check what the token of CONTACTHUB_TOKEN may do.",
			"404, ContactHub does not know the address (404): check CONTACTHUB_WORKSPACE_ID and CONTACTHUB_NODE_ID.",
			"422, ContactHub refuses this (422)." })
	@DisplayName("says first what the status means")
	void tellsMeaning(int status, String meaning) {
		this.emulator.wireMock().register(WireMock.any(anyUrl()).willReturn(WireMock.status(status)));
		assertThat(this.command.call("count")).isEqualTo(4);
		assertThat(this.command.err()).startsWith(meaning + " GET /customers").hasLineCount(1);
	}

	@Test
	@DisplayName("says that ContactHub is not to be reached")
	void tellsUnreachable() {
		this.emulator.close();
		assertThat(this.command.call("count")).isEqualTo(4);
		assertThat(this.command.err()).startsWith("ContactHub cannot be reached. GET /customers").hasLineCount(1);
	}

}
