package io.contacthub.emulator;

/**
 * Answers the calls of one route.
 */
@FunctionalInterface
interface Operation {

	/**
	 * Answers a call.
	 * @param call the request
	 * @return the answer
	 */
	Answer answer(Call call);

}
