package io.contacthub.samples.desk.change;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import io.contacthub.customer.CustomerItemRepository;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Education;
import io.contacthub.customer.Job;
import io.contacthub.customer.Like;
import io.contacthub.customer.Subscription;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;

/**
 * One of the lists of a customer whose elements have an address of their own.
 *
 * @param <T> the type of the elements
 * @param type the record of the elements
 * @param required the member that each element must have for people to tell it
 * @param groups the inputs of an element
 * @param newGroups the inputs of an element that is not there yet
 * @param repository gives the elements of a customer
 */
record ItemList<T extends ApiObject>(Class<T> type, String required, List<InputGroup> groups,
		List<InputGroup> newGroups, BiFunction<CustomerRepository, String, CustomerItemRepository<T>> repository) {

	private static final Map<String, ItemList<?>> ALL = Map.of("jobs",
			of(Job.class, "jobs", "companyName", CustomerRepository::jobs), "educations",
			of(Education.class, "educations", "schoolName", CustomerRepository::educations), "likes",
			of(Like.class, "likes", "name", CustomerRepository::likes), "subscriptions",
			of(Subscription.class, "subscriptions", "name", CustomerRepository::subscriptions));

	private static <T extends ApiObject> ItemList<T> of(Class<T> type, String name, String required,
			BiFunction<CustomerRepository, String, CustomerItemRepository<T>> repository) {
		String path = "base." + name;
		List<InputGroup> groups = RecordInputs.ofItem(type, path, "id", "registeredAt", "updatedAt");
		if (type == Subscription.class) {
			// its id is what programs tell it by
			List<InputGroup> newGroups = RecordInputs.ofItem(type, path, "registeredAt", "updatedAt");
			return new ItemList<>(type, required, subscription(groups), subscription(newGroups), repository);
		}
		return new ItemList<>(type, required, groups, groups, repository);
	}

	/**
	 * Put on top what a subscription needs: what it is called, and whether it is one.
	 */
	private static List<InputGroup> subscription(List<InputGroup> groups) {
		List<Input> inputs = groups.get(0).inputs();
		Input name = inputs.stream().filter((input) -> input.name().equals("name")).findFirst().orElseThrow();
		Input subscribed = new Input("subscribed", "base.subscriptions.subscribed", InputType.SWITCH, List.of());
		List<Input> others = inputs.stream()
			.filter((input) -> !input.name().equals("name") && !input.name().equals("subscribed"))
			.toList();
		return List.of(new InputGroup("properties", name, subscribed), new InputGroup("more", 0, true, others));
	}

	/**
	 * Return the list of a name.
	 */
	static ItemList<?> named(String name) {
		return ALL.get(name);
	}

	/**
	 * Return an element as it is written.
	 */
	Map<String, Object> get(CustomerRepository customers, String customerId, String id) {
		return of(customers, customerId).getById(id).toMap();
	}

	/**
	 * Return what an element is unless a form says otherwise: who adds a subscription
	 * subscribes, from now on.
	 */
	Map<String, Object> initial() {
		return (this.type == Subscription.class) ? Map.of("subscribed", true) : Map.of();
	}

	/**
	 * Add what a form holds.
	 */
	void add(CustomerRepository customers, String customerId, InputForm form) {
		Map<String, Object> document = new LinkedHashMap<>(initial());
		document.put("id", UUID.randomUUID().toString());
		form.applyTo(document);
		if (Boolean.TRUE.equals(document.get("subscribed"))) {
			document.putIfAbsent("startDate", Instant.now());
		}
		of(customers, customerId).insert(JsonObject.copyOf(document).as(this.type));
	}

	/**
	 * Replace an element by one with the changes of a form. What the form has no input
	 * for stays.
	 * @return whether there were any
	 * @throws ConcurrentChangeException if somebody else has changed the same
	 */
	boolean change(CustomerRepository customers, String customerId, String id, InputForm form) {
		CustomerItemRepository<T> items = of(customers, customerId);
		T stored = items.getById(id);
		Map<String, Object> document = stored.toMap();
		form.refuseCollisions(document);
		form.applyTo(document);
		T changed = JsonObject.copyOf(document).as(this.type);
		if (changed.equals(stored)) {
			return false;
		}
		items.replace(changed);
		return true;
	}

	void remove(CustomerRepository customers, String customerId, String id) {
		of(customers, customerId).deleteById(id);
	}

	private CustomerItemRepository<T> of(CustomerRepository customers, String customerId) {
		return this.repository.apply(customers, customerId);
	}

}
