package io.contacthub.samples.migration;

/**
 * What is remembered of the rows of a file by their keys: 25 bytes for each of at most
 * half of the places, whatever the rows hold. Keys are told apart by numbers of 64 bits,
 * which are the same for two of a million keys once in some 10 million files.
 */
final class KeyTable {

	private static final int ABSENT = -1;

	private long[] keys = new long[1024];

	private long[] contents = new long[1024];

	private long[] lines = new long[1024];

	private boolean[] seen = new boolean[1024];

	private int size;

	/**
	 * Remember a row, unless there is one of that key.
	 * @param key the key
	 * @param content what the row holds
	 * @param line its line
	 * @return whether there was none
	 */
	boolean add(long key, long content, long line) {
		if (2 * this.size >= this.keys.length) {
			grow();
		}
		int place = place(key);
		if (this.lines[place] != 0) {
			return false;
		}
		this.keys[place] = key;
		this.contents[place] = content;
		this.lines[place] = line;
		this.size++;
		return true;
	}

	private int place(long key) {
		long spread = key * 0x9e3779b97f4a7c15L;
		int place = (int) (spread >>> 32) & (this.keys.length - 1);
		while (this.lines[place] != 0 && this.keys[place] != key) {
			place = (place + 1) & (this.keys.length - 1);
		}
		return place;
	}

	private void grow() {
		long[] oldKeys = this.keys;
		long[] oldContents = this.contents;
		long[] oldLines = this.lines;
		boolean[] oldSeen = this.seen;
		int length = 2 * oldKeys.length;
		this.keys = new long[length];
		this.contents = new long[length];
		this.lines = new long[length];
		this.seen = new boolean[length];
		for (int i = 0; i < oldKeys.length; i++) {
			if (oldLines[i] != 0) {
				int place = place(oldKeys[i]);
				this.keys[place] = oldKeys[i];
				this.contents[place] = oldContents[i];
				this.lines[place] = oldLines[i];
				this.seen[place] = oldSeen[i];
			}
		}
	}

	/**
	 * Find the row of a key.
	 * @return its place as long as no row is added, or a negative number
	 */
	int find(long key) {
		int place = place(key);
		return (this.lines[place] != 0) ? place : ABSENT;
	}

	long content(int place) {
		return this.contents[place];
	}

	long line(int place) {
		return this.lines[place];
	}

	boolean isSeen(int place) {
		return this.seen[place];
	}

	void see(int place) {
		this.seen[place] = true;
	}

	int size() {
		return this.size;
	}

}
