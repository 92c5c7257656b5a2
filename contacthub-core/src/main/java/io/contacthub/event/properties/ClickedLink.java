package io.contacthub.event.properties;

import java.util.List;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A link was clicked. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#CLICKED_LINK}.
 *
 * @param path the path of the page
 * @param referer the page before
 * @param search the query of the address
 * @param title the title
 * @param url the address
 * @param linkTags the tags of the link
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record ClickedLink(@Nullable String path, @Nullable String referer, @Nullable String search,
		@Nullable String title, @Nullable String url, List<String> linkTags, JsonObject extraProperties,
		JsonObject extended, JsonObject unknown) implements EventProperties, ClickedLinkBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public ClickedLink {
		linkTags = Members.list(linkTags);
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ClickedLinkBuilder builder() {
		return new ClickedLinkBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
