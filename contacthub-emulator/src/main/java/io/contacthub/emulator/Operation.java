package io.contacthub.emulator;

import java.util.List;

/**
 * Answers the calls of one route.
 */
@FunctionalInterface
interface Operation {

	/**
	 * Answers a call.
	 * @param call the request
	 * @param ids the variable parts of the path below the workspace
	 * @return the answer
	 */
	Answer answer(Call call, List<String> ids);

}
