package io.contacthub.benchmarks.process.restclient;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * An application that has the starter of Spring's client, and uses it as its users do.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class RestClientApplication {

	/**
	 * Start, and do what is asked for letter by letter: {@code c} makes a call, {@code g}
	 * collects garbage. The end of the input is that of the application.
	 * @param arguments properties
	 * @throws IOException if the input cannot be read
	 */
	public static void main(String... arguments) throws IOException {
		PrintStream output = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
		try (ConfigurableApplicationContext context = SpringApplication.run(RestClientApplication.class, arguments)) {
			output.println("started");
			for (int read = System.in.read(); read >= 0; read = System.in.read()) {
				if (read == 'c') {
					context.getBean(Desk.class).call();
				}
				else {
					System.gc();
				}
				Runtime runtime = Runtime.getRuntime();
				output.println("done " + (runtime.totalMemory() - runtime.freeMemory()) + " " + Thread.activeCount());
			}
		}
	}

	/**
	 * A bean that has a client.
	 */
	@Component
	static class Desk {

		private final RestClient client;

		Desk(RestClient.Builder builder) {
			this.client = builder.baseUrl(System.getProperty("contacthub.base-url", "http://localhost")).build();
		}

		void call() {
			this.client.get().uri("/workspaces/{workspace}/customers/{id}", "w", "1").retrieve().body(Map.class);
		}

	}

}
