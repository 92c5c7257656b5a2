package io.contacthub.bulk;

import io.contacthub.client.Outage;

/**
 * The losses of an item that count, after some of which it is given up. A loss counts
 * unless ContactHub is away: as many were lost in a row as are written at the same time,
 * and nothing was decided since this item was lost first. Where fewer items are left than
 * that, so that perhaps nothing will be decided any more, a decision since this item was
 * sent first shows as well that ContactHub is there.
 */
final class ItemLosses {

	/** How often an item is sent that is lost each time. */
	private static final int ATTEMPTS = 4;

	private static final long NEVER = -1;

	private final Outage outage;

	private long decidedWhenSent = NEVER;

	private long decidedWhenLost = NEVER;

	private int counted;

	private boolean inARow;

	ItemLosses(Outage outage) {
		this.outage = outage;
	}

	/**
	 * Take note that the item is about to be sent.
	 */
	void sent() {
		if (this.decidedWhenSent == NEVER) {
			this.decidedWhenSent = this.outage.decisions();
		}
	}

	/**
	 * Take note that it was lost.
	 * @param undecided how many items could have been lost
	 */
	void add(int undecided) {
		if (this.decidedWhenLost == NEVER) {
			this.decidedWhenLost = this.outage.decisions();
		}
		this.inARow = this.outage.failed(undecided);
		if (!this.inARow || !isOutage(undecided)) {
			this.counted++;
		}
	}

	private boolean isOutage(int undecided) {
		// one alone has as many losses in a row as it has attempts, also without an
		// outage
		if (this.outage.isOfOne(undecided) && !this.outage.isBeyond(ATTEMPTS)) {
			return false;
		}
		return this.outage
			.decisions() == (this.outage.isOfAll(undecided) ? this.decidedWhenLost : this.decidedWhenSent);
	}

	/**
	 * Return whether it was not this item alone that was lost.
	 */
	boolean isInARow() {
		return this.inARow;
	}

	/**
	 * Return whether it is given up.
	 */
	boolean isTooMany() {
		return this.counted >= ATTEMPTS;
	}

}
