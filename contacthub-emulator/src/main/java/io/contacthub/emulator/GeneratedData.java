package io.contacthub.emulator;

import java.time.Instant;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Customers with their events, made up by a seed: the n-th customer of a seed is always
 * the same, on any machine. Names come from Datafaker; e-mail addresses, telephone
 * numbers and addresses on the network are those that nobody has.
 */
final class GeneratedData {

	private final long seed;

	private final String nodeId;

	private final GeneratedNames names;

	private final GeneratedPeriod period;

	private final GeneratedShop shop;

	/**
	 * Create a source of customers.
	 * @param seed the seed
	 * @param nodeId id of the node that they are in
	 * @param now the present time, after which nothing happens
	 * @throws IllegalArgumentException if Datafaker is missing
	 */
	GeneratedData(long seed, String nodeId, Instant now) {
		this.seed = seed;
		this.nodeId = nodeId;
		this.names = GeneratedNames.get();
		this.period = GeneratedPeriod.before(now);
		this.shop = new GeneratedShop(this.names, this.period);
	}

	/**
	 * Make up a customer.
	 * @param number the number of the customer
	 */
	Generated customer(int number) {
		Dice dice = new Dice(this.seed, number);
		GeneratedPerson person = GeneratedPerson.of(number, dice, this.names, this.period);
		String id = dice.id();
		ObjectNode customer = new GeneratedCustomer(person, this.names, this.period, dice).body(this.nodeId);
		List<ObjectNode> events = new GeneratedStory(person, this.shop, this.period, dice).events();
		events.forEach((event) -> event.put("id", dice.id()));
		return new Generated(id, person.registered(), customer, events);
	}

	/**
	 * A customer with events.
	 *
	 * @param id id of the customer
	 * @param registered when the customer was registered
	 * @param customer what a request sends to create the customer
	 * @param events the events with their ids, but without the customer
	 */
	record Generated(String id, Instant registered, ObjectNode customer, List<ObjectNode> events) {
	}

}
