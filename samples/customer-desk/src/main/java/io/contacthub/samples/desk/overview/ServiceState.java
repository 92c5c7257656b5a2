package io.contacthub.samples.desk.overview;

/**
 * How ContactHub and the sending of events are.
 *
 * @param up whether ContactHub answers
 * @param reason the reason why it does not, or why it is only asking for patience,
 * {@code null} when there is none
 * @param httpStatus the status that it answered with, {@code null} when it did not
 * @param queued how many events wait to be sent
 * @param sent how many events were sent
 * @param lost how many events could not be sent
 */
record ServiceState(boolean up, String reason, Integer httpStatus, int queued, long sent, long lost) {

	/**
	 * Return the code of the words for the reason; what is not one of the client's is
	 * told in general.
	 */
	public String reasonCode() {
		return switch (this.reason) {
			case "ERROR_STATUS" -> this.up ? "overview.health.busy" : "overview.health.error";
			case "TIMED_OUT" -> "overview.health.late";
			case "NOT_CONNECTED" -> "overview.health.unreachable";
			case "CONNECTION_LOST" -> "overview.health.broken";
			case "UNREADABLE_ANSWER" -> "overview.health.unreadable";
			case "UNTRUSTED_SERVER" -> "overview.health.untrusted";
			default -> "overview.health.unknown";
		};
	}

}
