package io.contacthub.configuration;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * What ContactHub does by itself when a certain event comes.
 *
 * @param id the id; set by ContactHub
 * @param name the name
 * @param enabled whether it is in force
 * @param nodes the ids of the nodes whose events trigger it
 * @param delay how many seconds it waits after the event, at most 604800, which are seven
 * days
 * @param topic the events that trigger it
 * @param tag what is changed in the tags of the customer
 * @param webhook the address that is called
 * @param unknown the members that this library does not know
 */
public record Automation(@Nullable String id, @Nullable String name, @Nullable Boolean enabled, List<String> nodes,
		@Nullable Integer delay, AutomationTopic topic, AutomationTag tag, Webhook webhook,
		JsonObject unknown) implements ApiObject, AutomationBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Automation {
		nodes = Members.list(nodes);
		topic = Members.object(topic, AutomationTopic.class);
		tag = Members.object(tag, AutomationTag.class);
		webhook = Members.object(webhook, Webhook.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AutomationBuilder builder() {
		return new AutomationBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
