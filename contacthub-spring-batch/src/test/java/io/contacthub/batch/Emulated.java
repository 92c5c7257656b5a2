package io.contacthub.batch;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.BaseProperties;
import io.contacthub.customer.Contacts;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.ContactHubEmulatorBuilder;

/**
 * An emulator and its node.
 */
public final class Emulated implements AutoCloseable {

	private final ContactHubEmulator emulator;

	private final Node node;

	public Emulated(UnaryOperator<ContactHubEmulatorBuilder> settings) {
		this.emulator = settings.apply(ContactHubEmulator.builder()).start();
		this.node = Workspace.builder()
			.id(this.emulator.workspaceId())
			.token(this.emulator.token())
			.baseUrl(this.emulator.baseUrl())
			.build()
			.node(this.emulator.nodeId());
	}

	public ContactHubEmulator emulator() {
		return this.emulator;
	}

	public Node node() {
		return this.node;
	}

	/**
	 * Register customers whose external ids are numbers.
	 */
	public void register(int from, int to) {
		IntStream.range(from, to).mapToObj(Emulated::customer).forEach(this.node.customers()::insert);
	}

	static Customer customer(int number) {
		return Customer.builder()
			.externalId(String.valueOf(number))
			.base(BaseProperties.builder()
				.firstName("Name " + number)
				.contacts(Contacts.builder().email(number + "@example.com").build())
				.build())
			.build();
	}

	List<Customer> customers() {
		try (Stream<Customer> customers = this.node.customers().stream()) {
			return customers.sorted(Comparator.comparing((customer) -> Integer.valueOf(customer.externalId())))
				.toList();
		}
	}

	@Override
	public void close() {
		this.emulator.close();
	}

}
