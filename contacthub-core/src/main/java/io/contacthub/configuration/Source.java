package io.contacthub.configuration;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A source of customers and events: an application with a token of its own.
 * <p>
 * The token is a secret. {@code toString}, exceptions and logs do not show it, JSON and
 * {@link #toMap()} do: hand no source to a view.
 *
 * @param id the id; set by ContactHub
 * @param provider the kind of source
 * @param name the name
 * @param description the description
 * @param properties what the kind of source needs
 * @param nodes the ids of the nodes that it may use
 * @param enabled whether its token is accepted
 * @param token the token, a secret; set by ContactHub, and never sent
 * @param unknown the members that this library does not know
 */
public record Source(@Nullable String id, @Nullable SourceProvider provider, @Nullable String name,
		@Nullable String description, JsonObject properties, List<String> nodes, @Nullable Boolean enabled,
		@Nullable String token, JsonObject unknown) implements ApiObject, SourceBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Source {
		properties = Members.properties(properties);
		nodes = Members.list(nodes);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static SourceBuilder builder() {
		return new SourceBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
