package io.contacthub.data;

import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.query.ParametersParameterAccessor;

/**
 * Query of a method, which becomes one that can be sent with the values of a call.
 *
 * @param <Q> how customers or events are asked for
 */
interface BoundQuery<Q> {

	/**
	 * Return the query with the values of a call, or {@code null} when it is known that
	 * nothing is found, such as by one of no values.
	 * @throws IllegalArgumentException when a value is none that can be asked for
	 */
	@Nullable Q bind(ParametersParameterAccessor values);

}
