package io.contacthub.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.contacthub.client.ApiPage;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.UnusableAnswerException;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.RequestDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * What a workspace has several of, by way of the API.
 *
 * @param <T> the type of the values
 * @param <A> the declared operations on them
 */
class DefaultConfigurationRepository<T extends ApiObject, A extends ConfigurationListApi<T>>
		implements ConfigurationRepository<T> {

	private final ContactHubClient client;

	private final Class<A> type;

	private final Function<T, @Nullable String> idOf;

	DefaultConfigurationRepository(ContactHubClient client, Class<A> type, Function<T, @Nullable String> idOf) {
		this.client = client;
		this.type = type;
		this.idOf = idOf;
	}

	final A api() {
		return this.client.createApi(this.type);
	}

	@Override
	public Page<T> findAll(Pageable pageable) {
		Assert.notNull(pageable, "pageable is null: give a page, such as PageRequest.of(0, 50)");
		Assert.isTrue(pageable.isPaged(),
				"pageable is unpaged: after the last page there is none, and all elements come by findAll()");
		return list(pageable).toPage(pageable);
	}

	@Override
	public List<T> findAll() {
		try (Stream<T> all = this.client.stream(this::list)) {
			return all.toList();
		}
	}

	private ApiPage<T> list(Pageable pageable) {
		ApiPage<T> page = api().list(ApiPage.parameters(pageable));
		try {
			page.elements().forEach((value) -> UnusableAnswerException.requireSendable(this.idOf.apply(value)));
		}
		catch (UnusableAnswerException ex) {
			throw unusableList();
		}
		return page;
	}

	private DataAccessException unusableList() {
		HttpExchange declared = AnnotatedElementUtils.findMergedAnnotation(this.type, HttpExchange.class);
		String path = (declared != null) ? declared.value() : "";
		return UnusableAnswerException.failure("GET " + path,
				"the answer cannot be used, the id of one of its elements would lead to another path");
	}

	@Override
	public Optional<T> findById(String id) {
		return ContactHubFailure.emptyIfNotFound(() -> getById(id));
	}

	@Override
	public T getById(String id) {
		return api().get(id);
	}

	@Override
	public T replace(T value) {
		Assert.notNull(value, "value is null: give what is to be stored");
		String id = this.idOf.apply(value);
		Assert.isTrue(StringUtils.hasText(id),
				() -> "id of the " + value.getClass().getSimpleName() + " is missing: only what is stored has one");
		return api().replace(String.valueOf(id), RequestDocument.of(members(value)));
	}

	/**
	 * Return the document by which a value is inserted: ContactHub chooses its id.
	 */
	final JsonObject inserted(T value) {
		Map<String, @Nullable Object> members = members(value);
		members.remove("id");
		return RequestDocument.of(members);
	}

	/**
	 * Return what is sent of a value.
	 * @param value the value
	 * @return its members as they are written, to be changed
	 */
	Map<String, @Nullable Object> members(T value) {
		return RequestDocument.members(value);
	}

}
