package io.contacthub.emulator;

/**
 * What made-up customers do.
 */
enum GeneratedHabit {

	/** Looks at pages and products. */
	VISITOR(30),

	/** Reads the newsletter. */
	READER(25),

	/** Buys in the online shop. */
	BUYER(20),

	/** Buys in a store. */
	SHOPPER(10),

	/** Fills a cart and goes away. */
	HESITANT(10),

	/** Reads, buys here and there, and asks for help. */
	REGULAR(5);

	private final int percent;

	GeneratedHabit(int percent) {
		this.percent = percent;
	}

	static GeneratedHabit of(Dice dice) {
		int left = dice.between(1, 100);
		for (GeneratedHabit habit : values()) {
			left -= habit.percent;
			if (left <= 0) {
				return habit;
			}
		}
		return REGULAR;
	}

	boolean isBuying() {
		return this == BUYER || this == SHOPPER || this == REGULAR;
	}

	boolean isReading() {
		return this == READER || this == REGULAR;
	}

}
