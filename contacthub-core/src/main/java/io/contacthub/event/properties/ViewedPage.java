package io.contacthub.event.properties;

import java.util.List;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A page was viewed. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#VIEWED_PAGE}.
 *
 * @param path the path of the page
 * @param referer the page before
 * @param search the query of the address
 * @param title the title
 * @param url the address
 * @param pageCategories the categories of the page
 * @param pageTags the tags of the page
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record ViewedPage(@Nullable String path, @Nullable String referer, @Nullable String search,
		@Nullable String title, @Nullable String url, List<String> pageCategories, List<String> pageTags,
		JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements EventProperties, ViewedPageBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public ViewedPage {
		pageCategories = Members.list(pageCategories);
		pageTags = Members.list(pageTags);
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ViewedPageBuilder builder() {
		return new ViewedPageBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
