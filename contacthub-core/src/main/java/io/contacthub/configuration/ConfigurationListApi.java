package io.contacthub.configuration;

import io.contacthub.client.ApiPage;
import io.contacthub.client.Confidential;
import io.contacthub.client.RequiredScopes;
import io.contacthub.client.Scope;
import io.contacthub.json.JsonObject;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The operations of the API on what a workspace has several of. Each kind has an
 * interface of its own, since the type of an answer is read from the method.
 *
 * @param <T> the type of the values
 */
interface ConfigurationListApi<T> {

	ApiPage<T> list(MultiValueMap<String, String> parameters);

	T get(String id);

	T replace(String id, JsonObject value);

	/** Operations on event types. */
	@HttpExchange("/configuration/events")
	interface Events extends ConfigurationListApi<EventConfiguration> {

		@Override
		@GetExchange
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST })
		ApiPage<EventConfiguration> list(@RequestParam MultiValueMap<String, String> parameters);

		@Override
		@GetExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST })
		EventConfiguration get(@PathVariable String id);

		@Override
		@PutExchange("/{id}")
		@RequiredScopes(Scope.ADMIN)
		EventConfiguration replace(@PathVariable String id, @RequestBody JsonObject value);

	}

	/** Operations on sources. Answers hold tokens. */
	@HttpExchange("/configuration/sources")
	interface Sources extends ConfigurationListApi<Source> {

		@Override
		@Confidential
		@GetExchange
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST })
		ApiPage<Source> list(@RequestParam MultiValueMap<String, String> parameters);

		@Confidential
		@PostExchange
		@RequiredScopes(Scope.ADMIN)
		Source insert(@RequestBody JsonObject value);

		@Override
		@Confidential
		@GetExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST })
		Source get(@PathVariable String id);

		@Override
		@Confidential
		@PutExchange("/{id}")
		@RequiredScopes(Scope.ADMIN)
		Source replace(@PathVariable String id, @RequestBody JsonObject value);

		@Confidential
		@DeleteExchange("/{id}")
		@RequiredScopes(Scope.ADMIN)
		void delete(@PathVariable String id);

		@Confidential
		@PostExchange("/{id}/refresh-token")
		@RequiredScopes(Scope.ADMIN)
		Source refreshToken(@PathVariable String id);

	}

	/** Operations on users. */
	@HttpExchange("/configuration/users")
	interface Users extends ConfigurationListApi<WorkspaceUser> {

		@Override
		@GetExchange
		@RequiredScopes(Scope.ADMIN)
		ApiPage<WorkspaceUser> list(@RequestParam MultiValueMap<String, String> parameters);

		@Override
		@GetExchange("/{id}")
		@RequiredScopes(Scope.ADMIN)
		WorkspaceUser get(@PathVariable String id);

		@Override
		@PutExchange("/{id}")
		@RequiredScopes(Scope.ADMIN)
		WorkspaceUser replace(@PathVariable String id, @RequestBody JsonObject value);

	}

	/** Operations on entry nodes. */
	@HttpExchange("/configuration/nodes/entries")
	interface EntryNodes extends ConfigurationListApi<EntryNode> {

		@Override
		@GetExchange
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST })
		ApiPage<EntryNode> list(@RequestParam MultiValueMap<String, String> parameters);

		@PostExchange
		@RequiredScopes(Scope.ADMIN)
		EntryNode insert(@RequestBody JsonObject value);

		@Override
		@GetExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST })
		EntryNode get(@PathVariable String id);

		@Override
		@PutExchange("/{id}")
		@RequiredScopes(Scope.ADMIN)
		EntryNode replace(@PathVariable String id, @RequestBody JsonObject value);

	}

	/** Operations on view nodes. */
	@HttpExchange("/configuration/nodes/views")
	interface ViewNodes extends ConfigurationListApi<ViewNode> {

		@Override
		@GetExchange
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST })
		ApiPage<ViewNode> list(@RequestParam MultiValueMap<String, String> parameters);

		@PostExchange
		@RequiredScopes(Scope.ADMIN)
		ViewNode insert(@RequestBody JsonObject value);

		@Override
		@GetExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST })
		ViewNode get(@PathVariable String id);

		@Override
		@PutExchange("/{id}")
		@RequiredScopes(Scope.ADMIN)
		ViewNode replace(@PathVariable String id, @RequestBody JsonObject value);

		@DeleteExchange("/{id}")
		@RequiredScopes(Scope.ADMIN)
		void delete(@PathVariable String id);

	}

	/** Operations on automations. */
	@HttpExchange("/configuration/automations/event-trigger")
	interface Automations extends ConfigurationListApi<Automation> {

		@Override
		@GetExchange
		@RequiredScopes(Scope.ADMIN)
		ApiPage<Automation> list(@RequestParam MultiValueMap<String, String> parameters);

		@PostExchange
		@RequiredScopes(Scope.ADMIN)
		Automation insert(@RequestBody JsonObject value);

		@Override
		@GetExchange("/{id}")
		@RequiredScopes(Scope.ADMIN)
		Automation get(@PathVariable String id);

		@Override
		@PutExchange("/{id}")
		@RequiredScopes(Scope.ADMIN)
		Automation replace(@PathVariable String id, @RequestBody JsonObject value);

		@DeleteExchange("/{id}")
		@RequiredScopes(Scope.ADMIN)
		void delete(@PathVariable String id);

	}

}
