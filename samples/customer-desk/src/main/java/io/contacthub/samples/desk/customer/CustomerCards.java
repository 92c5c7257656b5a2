package io.contacthub.samples.desk.customer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.customer.Address;
import io.contacthub.customer.BaseProperties;
import io.contacthub.customer.Customer;
import io.contacthub.customer.Education;
import io.contacthub.customer.Job;
import io.contacthub.customer.Like;
import io.contacthub.customer.Subscription;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.samples.desk.customer.Card.Item;
import io.contacthub.samples.desk.layout.Addresses;

import org.springframework.util.StringUtils;

/**
 * What is known of a customer, divided into cards.
 *
 * @param customer the customer
 * @param details writes details
 */
record CustomerCards(Customer customer, Details details) {

	private static final Set<String> OTHER_CARDS = Set.of("contacts", "address", "credential", "educations", "likes",
			"socialProfile", "jobs", "subscriptions");

	private static final Set<String> OTHER_PLACES = Set.of("id", "externalId", "enabled", "registeredAt", "updatedAt",
			"base", "extended", "consents", "tags", "projection");

	/**
	 * Return the cards that are looked at most.
	 */
	List<Card> first() {
		BaseProperties base = base();
		return List.of(Card.of("contact", this.details.of("base.contacts", base.contacts()), "edit"),
				Card.of("address", address(base.address()), group("address")),
				Card.of("person", this.details.of("base", base, OTHER_CARDS), group("person")));
	}

	List<Card> others() {
		BaseProperties base = base();
		return List.of(new Card("subscriptions", List.of(), items(base.subscriptions(), this::item), "consents"),
				Card.list("jobs", items(base.jobs(), this::item)),
				Card.list("educations", items(base.educations(), this::item)),
				Card.list("likes", items(base.likes(), this::item)),
				Card.of("extended", this.details.of("extended", this.customer.extended()), null),
				Card.of("social", this.details.of("base.socialProfile", base.socialProfile()), group("social")),
				Card.of("account", account(), group("account")));
	}

	/**
	 * Return the cards with nothing in them that something can be added to.
	 */
	List<Card> addable() {
		return Stream.of(first(), others())
			.flatMap(List::stream)
			.filter((card) -> card.isFolded() && card.change() != null)
			.toList();
	}

	/**
	 * Return what is known of how the customer is kept.
	 */
	List<Detail> record() {
		return this.details.of("", this.customer, OTHER_PLACES);
	}

	/**
	 * Return where the form of the customer has the fields of a card.
	 */
	private static String group(String card) {
		return "edit?open=" + card + "#group-" + card;
	}

	private BaseProperties base() {
		return this.customer.base();
	}

	private List<Detail> address(Address address) {
		List<Detail> shown = new ArrayList<>(this.details.of("base.address", address));
		String place = Stream
			.of(address.street(),
					Stream.of(address.zip(), address.city()).filter(Objects::nonNull).collect(Collectors.joining(" ")),
					address.province(), address.country())
			.filter(StringUtils::hasText)
			.collect(Collectors.joining(", "));
		if (StringUtils.hasText(place)) {
			String words = this.details.words().messages().getMessage("customer.map");
			String search = Addresses.of("https://www.openstreetmap.org/search", Map.of("query", place));
			shown.add(Detail.link(this.details.words().messages().getMessage("customer.map.label"), words, search));
		}
		return shown;
	}

	/**
	 * Return the name by which the customer signs in. What this library does not know
	 * beside the password may be secret as well.
	 */
	private List<Detail> account() {
		return this.details.of("base.credential", base().credential().withUnknown(JsonObject.of()));
	}

	private Item item(Subscription subscription) {
		String state = (subscription.subscribed() == null) ? null
				: subscription.subscribed() ? "subscribed" : "unsubscribed";
		return new Item(subscription.id(), title(subscription.name(), subscription.id()), state,
				rest("base.subscriptions", subscription, subscription.id(), "name", "subscribed"));
	}

	private Item item(Job job) {
		return new Item(job.id(), title(job.jobTitle(), job.companyName(), job.id()), current(job.isCurrent()),
				rest("base.jobs", job, job.id(), "jobTitle", "isCurrent"));
	}

	private Item item(Education education) {
		return new Item(education.id(), title(education.schoolName(), education.schoolConcentration(), education.id()),
				current(education.isCurrent()),
				rest("base.educations", education, education.id(), "schoolName", "isCurrent"));
	}

	private Item item(Like like) {
		return new Item(like.id(), title(like.name(), like.category(), like.id()), null,
				rest("base.likes", like, like.id(), "name"));
	}

	/**
	 * Return what the heading of an item does not tell, its id last.
	 */
	private List<Detail> rest(String path, ApiObject item, String id, String... told) {
		Set<String> without = new HashSet<>(Set.of(told));
		without.add("id");
		List<Detail> rest = new ArrayList<>(this.details.of(path, item, without));
		if (id != null) {
			rest.add(Detail.of(this.details.label().apply(path + ".id"), id));
		}
		return rest;
	}

	private static String current(Boolean current) {
		return Boolean.TRUE.equals(current) ? "current" : null;
	}

	private static String title(String... names) {
		return Stream.of(names).filter(StringUtils::hasText).findFirst().orElse("–");
	}

	private static <T> List<Item> items(List<T> values, Function<T, Item> item) {
		return values.stream().map(item).toList();
	}

}
