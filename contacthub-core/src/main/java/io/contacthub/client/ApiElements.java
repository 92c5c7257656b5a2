package io.contacthub.client;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A list that ContactHub sends as a whole, without pages. For this library.
 *
 * @param <T> the type of the elements
 * @param elements the elements
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApiElements<T>(@JsonProperty("elements") List<T> elements) {

	/**
	 * Refuse what is no list.
	 * @throws UnusableAnswerException when it lacks the elements, or one of them
	 */
	public ApiElements {
		elements = UnusableAnswerException.requireElements(elements);
	}

}
