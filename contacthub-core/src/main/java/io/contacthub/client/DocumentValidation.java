package io.contacthub.client;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;

/**
 * Validation of the documents of a client by its own validator, which is made for it with
 * the first of them.
 */
final class DocumentValidation {

	/** What a validator sends while it is asked is not for validators. */
	private static final ThreadLocal<Boolean> ASKED = new ThreadLocal<>();

	private final @Nullable SingletonSupplier<DocumentValidator> validator;

	private final JsonMapper mapper;

	private volatile @Nullable ContactHubClient client;

	DocumentValidation(@Nullable Function<ContactHubClient, DocumentValidator> validator, JsonMapper mapper) {
		this.validator = (validator != null) ? SingletonSupplier.of(() -> validator(validator)) : null;
		this.mapper = mapper;
	}

	private DocumentValidator validator(Function<ContactHubClient, DocumentValidator> validator) {
		ContactHubClient owner = this.client;
		Assert.state(owner != null, "A document was sent before its client was built");
		DocumentValidator made = validator.apply(owner);
		Assert.state(made != null, "documentValidator gave null: give (operation, document) -> { } for none");
		return made;
	}

	/**
	 * Have the validator know whom it is for.
	 */
	<T extends ContactHubClient> T of(T client) {
		this.client = client;
		return client;
	}

	/**
	 * Ask the validator, if there is one.
	 */
	void check(String operation, @Nullable Object body) {
		if (this.validator == null || body == null || ASKED.get() != null) {
			return;
		}
		ASKED.set(true);
		try {
			this.validator.obtain().validate(operation, SingletonSupplier.of(() -> tree(body)));
		}
		catch (UnwritableDocumentException ex) {
			// it is told when it is written
		}
		finally {
			ASKED.remove();
		}
	}

	private JsonNode tree(Object body) {
		try {
			return this.mapper.valueToTree(body);
		}
		catch (JacksonException ex) {
			throw new UnwritableDocumentException(ex);
		}
	}

	/**
	 * Exception thrown when a document has no form in JSON.
	 */
	private static final class UnwritableDocumentException extends RuntimeException {

		UnwritableDocumentException(JacksonException cause) {
			super(cause);
		}

	}

}
