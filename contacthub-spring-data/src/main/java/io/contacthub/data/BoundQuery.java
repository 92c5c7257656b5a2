package io.contacthub.data;

import org.springframework.data.repository.query.ParametersParameterAccessor;

/**
 * Query of a method, which becomes one that can be sent with the values of a call.
 *
 * @param <Q> how customers or events are asked for
 */
interface BoundQuery<Q> {

	/**
	 * Return the query with the values of a call.
	 * @throws IllegalArgumentException when a value is none that can be asked for
	 */
	Q bind(ParametersParameterAccessor values);

}
