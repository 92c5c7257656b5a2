package io.contacthub.emulator;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The members of an object that does not change, in an array: a map of its own takes
 * several times the room.
 */
final class StoredMembers extends AbstractMap<String, JsonNode> {

	private final MemberNames names;

	private final JsonNode[] values;

	StoredMembers(MemberNames names, JsonNode[] values) {
		this.names = names;
		this.values = values;
	}

	StoredMembers with(String name, JsonNode value) {
		JsonNode[] changed = this.values.clone();
		changed[this.names.indexOf(name)] = value;
		return new StoredMembers(this.names, changed);
	}

	@Override
	public int size() {
		return this.values.length;
	}

	@Override
	public boolean containsKey(Object name) {
		return this.names.indexOf(name) >= 0;
	}

	@Override
	public @Nullable JsonNode get(Object name) {
		int index = this.names.indexOf(name);
		return (index >= 0) ? this.values[index] : null;
	}

	@Override
	public void forEach(BiConsumer<? super String, ? super JsonNode> action) {
		for (int index = 0; index < this.values.length; index++) {
			action.accept(this.names.get(index), this.values[index]);
		}
	}

	@Override
	public Set<Map.Entry<String, JsonNode>> entrySet() {
		return new Entries();
	}

	/**
	 * The members as entries.
	 */
	private final class Entries extends AbstractSet<Map.Entry<String, JsonNode>> {

		@Override
		public int size() {
			return StoredMembers.this.size();
		}

		@Override
		public Iterator<Map.Entry<String, JsonNode>> iterator() {
			return new EntryIterator();
		}

	}

	/**
	 * Iterator of the members.
	 */
	private final class EntryIterator implements Iterator<Map.Entry<String, JsonNode>> {

		private int next;

		@Override
		public boolean hasNext() {
			return this.next < size();
		}

		@Override
		public Map.Entry<String, JsonNode> next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			int index = this.next++;
			return Map.entry(StoredMembers.this.names.get(index), StoredMembers.this.values[index]);
		}

	}

}
