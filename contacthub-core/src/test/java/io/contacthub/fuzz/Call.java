package io.contacthub.fuzz;

import java.util.List;

import io.contacthub.Node;

/**
 * A call that an application can make.
 */
interface Call {

	/**
	 * What a well-behaved server answers.
	 */
	List<String> documents();

	/**
	 * Make the call.
	 * @return what it gives, never null
	 */
	Object make(Node node);

}
