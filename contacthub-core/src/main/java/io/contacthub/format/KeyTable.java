package io.contacthub.format;

/**
 * Table of the keys that have been seen, and in which line. It keeps a hash of 64 bits of
 * each and not the key, in 12 bytes at a load of at most a half.
 */
final class KeyTable {

	private static final int FIRST_CAPACITY = 1024;

	private long[] hashes = new long[FIRST_CAPACITY];

	private int[] lines = new int[FIRST_CAPACITY];

	private int size;

	/**
	 * Add a key.
	 * @param hash its hash
	 * @param line its line
	 * @return the line of an equal key, or 0 when there was none, and this one is added
	 */
	long add(long hash, long line) {
		if (2 * this.size >= this.hashes.length) {
			grow();
		}
		int slot = slot(hash);
		if (this.lines[slot] != 0) {
			return this.lines[slot];
		}
		put(slot, hash, (int) Math.min(line, Integer.MAX_VALUE));
		this.size++;
		return 0;
	}

	private int slot(long hash) {
		int mask = this.hashes.length - 1;
		int slot = (int) (hash ^ (hash >>> 32)) & mask;
		while (this.lines[slot] != 0 && this.hashes[slot] != hash) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private void put(int slot, long hash, int line) {
		this.hashes[slot] = hash;
		this.lines[slot] = line;
	}

	private void grow() {
		long[] hashes = this.hashes;
		int[] lines = this.lines;
		this.hashes = new long[2 * hashes.length];
		this.lines = new int[2 * lines.length];
		for (int i = 0; i < hashes.length; i++) {
			if (lines[i] != 0) {
				put(slot(hashes[i]), hashes[i], lines[i]);
			}
		}
	}

	int size() {
		return this.size;
	}

	/**
	 * Return the hash of a text, of which each bit depends on all characters.
	 */
	static long hash(CharSequence text) {
		long hash = 0xcbf29ce484222325L;
		for (int i = 0; i < text.length(); i++) {
			hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
			hash ^= hash >>> 29;
		}
		hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
		hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
		return hash ^ (hash >>> 33);
	}

}
