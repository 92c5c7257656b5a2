package io.contacthub.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for connections that are kept open between two requests, and that the server
 * closes.
 */
@DisplayName("A kept connection")
class KeptConnectionTests {

	private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

	private static final Pattern ID = Pattern.compile("^GET .*/customers/(c\\d) ");

	private static final Customer CUSTOMER = Customer.builder().externalId("e1").build();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private volatile boolean answersPost;

	private volatile boolean keeps;

	private volatile boolean interim;

	private ServerSocket server;

	@BeforeEach
	void start() throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(() -> {
			try {
				while (true) {
					Socket socket = this.server.accept();
					Thread connection = new Thread(() -> serve(socket));
					connection.setDaemon(true);
					connection.start();
				}
			}
			catch (IOException ex) {
				// closed
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	@AfterEach
	void stop() throws IOException {
		this.server.close();
	}

	/**
	 * Answer one request after the other on a connection; close it after the first GET
	 * unless it is to be kept, and instead of an answer to a POST.
	 */
	private void serve(Socket socket) {
		try (socket) {
			while (true) {
				String request = read(socket.getInputStream());
				if (request.isEmpty()) {
					return;
				}
				this.requests.add(request);
				if (request.startsWith("POST") && !this.answersPost) {
					return;
				}
				if (this.interim) {
					socket.getOutputStream()
						.write("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
					Thread.sleep(100);
				}
				Matcher id = ID.matcher(request);
				socket.getOutputStream()
					.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"id\":\""
							+ (id.find() ? id.group(1) : "c1") + "\"}")
						.getBytes(StandardCharsets.US_ASCII));
				if (!this.keeps) {
					return;
				}
			}
		}
		catch (IOException | InterruptedException ex) {
			// the client has closed it
		}
	}

	private static String read(InputStream stream) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = stream.read();
			if (next < 0) {
				return "";
			}
			head.append((char) next);
		}
		Matcher length = LENGTH.matcher(head);
		if (length.find()) {
			head.append(new String(stream.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8));
		}
		return head.toString();
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("that the server closes in silence before a POST lets it arrive once at the most, and a repetition of it never")
	void closedBefore(Engine engine) {
		this.answersPost = true;
		run(engine, (customers) -> {
			for (int i = 0; i < 5; i++) {
				this.requests.clear();
				assertThat(customers.findById("c1")).isPresent();
				Throwable failure = catchThrowable(() -> customers.insert(CUSTOMER));
				assertThat(posts()).isEqualTo((failure != null) ? 0 : 1);
			}
		});
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("that the server closes instead of an answer to a POST has it arrive once")
	void closedWithin(Engine engine) {
		this.keeps = true;
		run(engine, (customers) -> {
			for (int i = 0; i < 5; i++) {
				this.requests.clear();
				assertThat(customers.findById("c1")).isPresent();
				assertThat(catchThrowable(() -> customers.insert(CUSTOMER))).isInstanceOfSatisfying(
						ContactHubFailure.class, (failure) -> assertThat(failure.attempts()).isEqualTo(1));
				Awaitility.await().during(Duration.ofMillis(50)).untilAsserted(() -> assertThat(posts()).isEqualTo(1));
			}
		});
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("never gives the answer to one request to another, though an interim answer comes before it")
	void interimAnswers(Engine engine) {
		this.keeps = true;
		this.interim = true;
		run(engine, (customers) -> {
			for (int i = 0; i < 5; i++) {
				String id = "c" + i;
				try {
					assertThat(customers.getById(id).id()).isEqualTo(id);
				}
				catch (DataAccessException ex) {
					// one engine takes the interim answer for the answer
					assertThat(ex).hasMessageContaining("status 103");
				}
			}
		});
	}

	private long posts() {
		return this.requests.stream().filter((request) -> request.startsWith("POST")).count();
	}

	private void run(Engine engine, Calls calls) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
			.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.node-id=n1",
					"contacthub.base-url=http://localhost:" + this.server.getLocalPort(),
					"contacthub.retry.initial-interval=1ms", "contacthub.retry.max-interval=2ms")
			.run((context) -> calls.make(context.getBean(CustomerRepository.class)));
	}

	/** Calls of a repository. */
	interface Calls {

		void make(CustomerRepository customers);

	}

}
