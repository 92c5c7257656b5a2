package io.contacthub.error;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;

/**
 * Exception thrown when the workspace has a customer already that counts as the same one.
 * What counts as the same is configured in ContactHub.
 */
public class CustomerConflictException extends DuplicateKeyException implements ContactHubFailure {

	private static final Pattern UUID = Pattern
		.compile("(?i:customer)\\W+([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})");

	private static final Pattern SEGMENT = Pattern.compile("(?!\\.{1,2}$)[^\\s\\p{Cntrl}/\\\\?#]{1,200}");

	private final FailedOperation failedOperation;

	private final @Nullable String existingCustomerId;

	/**
	 * Create the exception for an answer with status 409.
	 * @param failedOperation the operation that failed
	 */
	public CustomerConflictException(FailedOperation failedOperation) {
		super(failedOperation.message());
		this.failedOperation = failedOperation;
		this.existingCustomerId = existingCustomerId(failedOperation.apiError());
	}

	/**
	 * Return the id of the customer that exists.
	 * @return the id, or {@code null} when the API did not name it, as it does to tokens
	 * that are not trusted
	 */
	public @Nullable String existingCustomerId() {
		return this.existingCustomerId;
	}

	@Override
	public FailedOperation failedOperation() {
		return this.failedOperation;
	}

	private static @Nullable String existingCustomerId(@Nullable ApiError error) {
		if (error == null) {
			return null;
		}
		if (error.data() instanceof Map<?, ?> data && data.get("customer") instanceof Map<?, ?> customer) {
			if (customer.get("id") instanceof String id && SEGMENT.matcher(id).matches()) {
				return id;
			}
			if (customer.get("href") instanceof String href && href.contains("/customers/")) {
				String id = href.substring(href.lastIndexOf('/') + 1);
				if (SEGMENT.matcher(id).matches()) {
					return id;
				}
			}
		}
		String id = null;
		if (error.message() != null) {
			Matcher matcher = UUID.matcher(error.message());
			while (matcher.find()) {
				id = matcher.group(1);
			}
		}
		return id;
	}

}
