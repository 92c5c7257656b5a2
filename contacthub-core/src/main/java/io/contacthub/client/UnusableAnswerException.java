package io.contacthub.client;

import java.util.List;

import io.contacthub.error.ApiError;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.error.FailedOperation;
import io.contacthub.error.FailureReason;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/**
 * Exception thrown by the type of an answer that is of no use, though it can be read: one
 * that is not complete must not pass for one that is. The call fails, and its failure
 * tells the fault.
 */
public class UnusableAnswerException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param fault what makes the answer useless, such as {@code it has no 'elements'};
	 * it is logged, and holds nothing of what is personal
	 */
	public UnusableAnswerException(String fault) {
		super(fault);
	}

	/**
	 * Return the failure of a call whose answer shows only to its caller that it is of no
	 * use, such as a page that contradicts the one before.
	 * @param operation the API operation, such as {@code GET /customers}
	 * @param description why the answer is of no use, without anything personal
	 * @return the exception to be thrown
	 */
	public static DataAccessException failure(String operation, String description) {
		return ApiErrorTranslator.byStatus()
			.translate(new FailedOperation(operation, 1, FailureReason.UNREADABLE_ANSWER, description,
					ApiError.unreadable(HttpStatus.OK.value(), ""), null));
	}

	/**
	 * Refuse a list that is missing, or that misses an element.
	 * @param <T> the type of the elements
	 * @param elements the elements, {@code null} when they are missing
	 * @return the elements
	 * @throws UnusableAnswerException when one of them, or the list, is missing
	 */
	public static <T> List<T> requireElements(@Nullable List<? extends @Nullable T> elements) {
		if (elements == null) {
			throw new UnusableAnswerException("it has no 'elements'");
		}
		int index = 0;
		for (Object element : elements) {
			if (element == null) {
				throw new UnusableAnswerException("its element " + index + " is null");
			}
			index++;
		}
		return List.copyOf(elements);
	}

	/**
	 * Refuse an id that could not be sent back.
	 * @param id the id that ContactHub gave something, {@code null} when it is missing,
	 * which is no fault
	 * @throws UnusableAnswerException when it would lead to another path
	 */
	public static void requireSendable(@Nullable String id) {
		try {
			if (id != null) {
				PathVariables.check("id", id);
			}
		}
		catch (IllegalArgumentException ex) {
			throw new UnusableAnswerException(String.valueOf(ex.getMessage()));
		}
	}

}
