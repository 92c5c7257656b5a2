package io.contacthub.update;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.WireMockTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataRetrievalFailureException;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link UpdateStream} on the wire.
 */
@DisplayName("A stream of updates")
class UpdateStreamTests extends WireMockTests {

	private static final String UPDATES = WORKSPACE + "/updates";

	private final UpdateRepository updates = this.node.workspace().updates();

	@Test
	@DisplayName("makes no request before the first update is asked for")
	void isLazy() {
		UpdateStream stream = this.updates.stream(UpdateFilter.after(3));
		assertThat(stream.nextOffset()).hasValue(3);
		assertThat(stream.next()).isEqualTo(UpdateFilter.after(3));
		stream.iterator();
		stream.close();
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("reads page by page to the offset that was the last one when it began")
	void readsToPresent() {
		UpdateFilter filter = UpdateFilter.after(3).with((kind) -> kind.nodeId("n1").entity(EntityType.EVENT));
		answer(get(UPDATES + "/last-offset?nodeId=n1&entity=EVENT"), "{\"lastOffset\":6}");
		page("offset=3&nodeId=n1&entity=EVENT", 5, "a", "b");
		page("offset=5&nodeId=n1&entity=EVENT", 7, "c", "d");
		try (UpdateStream stream = this.updates.stream(filter)) {
			assertThat(ids(stream)).containsExactly("a", "b", "c", "d");
			assertThat(stream.nextOffset()).hasValue(7);
			assertThat(stream.next()).isEqualTo(filter.withOffset(7L));
		}
		verify(3, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is one of Java too, which reads no further than it is asked to")
	void isStream() {
		present("9");
		page("offset=3", 5, "a", "b");
		page("offset=5", 9, "c", "d");
		UpdateStream stream = this.updates.stream(UpdateFilter.after(3));
		try (Stream<Update> all = stream.stream()) {
			assertThat(all.limit(2).map((update) -> update.entity().id())).containsExactly("a", "b");
		}
		verify(2, anyRequestedFor(anyUrl()));
		assertThat(stream.nextOffset()).hasValue(3);
		UpdateStream again = this.updates.stream(stream.next());
		assertThat(again.stream().parallel().map((update) -> update.entity().id())).containsExactly("a", "b", "c", "d");
		assertThat(again.nextOffset()).hasValue(9);
	}

	@Test
	@DisplayName("begins at a time, and goes on by offsets")
	void beginsAtTime() {
		present("9");
		page("timestamp=1767312000000", 5, "a");
		page("offset=5", 9, "b");
		UpdateFilter filter = UpdateFilter.since("2026-01-02");
		UpdateStream stream = this.updates.stream(filter);
		assertThat(stream.nextOffset()).isEmpty();
		assertThat(stream.next()).isEqualTo(filter);
		assertThat(ids(stream)).containsExactly("a", "b");
		assertThat(stream.next()).isEqualTo(UpdateFilter.after(9));
	}

	@Test
	@DisplayName("refuses an offset that the workspace has not reached, which would skip what comes until then")
	void refusesOffsetOfOther() {
		present("9");
		UpdateStream stream = this.updates.stream(UpdateFilter.after(12));
		assertThatExceptionOfType(OffsetNotReachedException.class).isThrownBy(stream.iterator()::hasNext)
			.withMessageContaining("offset is 12, and the last update of the workspace has 9")
			.satisfies((failure) -> assertThat(failure.offset()).isEqualTo(12))
			.satisfies((failure) -> assertThat(failure.lastOffset()).isEqualTo(9));
		assertThat(stream.next()).isEqualTo(UpdateFilter.after(12));
	}

	@Test
	@DisplayName("goes on from an offset that is one behind the last update, as the number of the next one is")
	void goesOnFromNumberOfNext() {
		present("9");
		page("offset=10", 10);
		UpdateStream stream = this.updates.stream(UpdateFilter.after(10));
		assertThat(ids(stream)).isEmpty();
		assertThatExceptionOfType(OffsetNotReachedException.class)
			.isThrownBy(this.updates.stream(UpdateFilter.after(11)).iterator()::hasNext);
	}

	@Test
	@DisplayName("goes on from an offset behind the last update of a node")
	void goesOnBehindNode() {
		present("15");
		answer(get(UPDATES + "/last-offset?nodeId=n1"), "{\"lastOffset\":9}");
		page("offset=12&nodeId=n1", 15);
		UpdateStream stream = this.updates.stream(UpdateFilter.after(12).withNodeId("n1"));
		assertThat(ids(stream)).isEmpty();
		assertThat(stream.nextOffset()).hasValue(15);
	}

	@Test
	@DisplayName("goes on behind an empty page that has moved on")
	void emptyPageIsNoEnd() {
		present("9");
		page("offset=3", 6);
		page("offset=6", 9, "a");
		UpdateStream stream = this.updates.stream(UpdateFilter.after(3));
		assertThat(ids(stream)).containsExactly("a");
		assertThat(stream.nextOffset()).hasValue(9);
	}

	@Test
	@DisplayName("ends at an empty page that has not moved on")
	void endsAtStandstill() {
		present("9");
		page("offset=3", 3);
		UpdateStream stream = this.updates.stream(UpdateFilter.after(3));
		assertThat(ids(stream)).isEmpty();
		assertThat(stream.next()).isEqualTo(UpdateFilter.after(3));
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("ends at an empty page when ContactHub tells no last offset")
	void endsWithoutPresent() {
		present("null");
		page("", 5, "a");
		page("offset=5", 6, "b");
		page("offset=6", 6);
		UpdateStream stream = this.updates.stream(UpdateFilter.fromBeginning());
		assertThat(ids(stream)).containsExactly("a", "b");
		assertThat(stream.next()).isEqualTo(UpdateFilter.after(6));
	}

	@Test
	@DisplayName("ends at a page without an offset, whose updates come once more")
	void endsWithoutNextOffset() {
		present("9");
		page("offset=3", 5, "a");
		page("offset=5", null, "b");
		UpdateStream stream = this.updates.stream(UpdateFilter.after(3));
		assertThat(ids(stream)).containsExactly("a", "b");
		assertThat(stream.next()).isEqualTo(UpdateFilter.after(5));
	}

	@Test
	@DisplayName("ends at a page with an offset that is none, as without one")
	void endsWithNegativeOffset() {
		present("-1");
		page("", -1, "a");
		UpdateStream stream = this.updates.stream(UpdateFilter.fromBeginning());
		assertThat(ids(stream)).containsExactly("a");
		assertThat(stream.nextOffset()).isEmpty();
		assertThat(stream.next()).isEqualTo(UpdateFilter.fromBeginning());
	}

	@Test
	@DisplayName("fails instead of reading the same page for ever")
	void doesNotRepeat() {
		present("9");
		page("offset=3", 3, "a");
		UpdateStream stream = this.updates.stream(UpdateFilter.after(3));
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> ids(stream))
			.withMessageContaining("GET /updates failed: its 'nextOffset' is 3, the offset that was asked for");
		assertThat(stream.nextOffset()).hasValue(3);
	}

	@Test
	@DisplayName("fails when its offsets go back")
	void doesNotGoBack() {
		present("9");
		page("offset=3", 5, "a");
		page("offset=5", 4, "b");
		UpdateStream stream = this.updates.stream(UpdateFilter.after(3));
		List<String> read = new ArrayList<>();
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> stream.forEach((update) -> read.add(update.entity().id())))
			.withMessageContaining("its 'nextOffset' is 4, which is before the offset 5");
		assertThat(read).containsExactly("a");
		assertThat(stream.nextOffset()).hasValue(5);
	}

	@Test
	@DisplayName("goes on from the page in which working on an update failed")
	void failureRepeatsPage() {
		present("9");
		page("offset=3", 5, "a", "b");
		page("offset=5", 9, "c", "d");
		UpdateStream stream = this.updates.stream(UpdateFilter.after(3));
		List<String> read = new ArrayList<>();
		assertThatIllegalStateException().isThrownBy(() -> stream.forEach((update) -> {
			read.add(update.entity().id());
			if ("d".equals(update.entity().id())) {
				throw new IllegalStateException("no");
			}
		})).withMessage("no");
		stream.close();
		assertThat(read).containsExactly("a", "b", "c", "d");
		assertThat(stream.next()).isEqualTo(UpdateFilter.after(5));
		assertThat(ids(this.updates.stream(stream.next()))).containsExactly("c", "d");
	}

	@Test
	@DisplayName("does not end at a page that cannot be read, which is asked for once more")
	void failedPageIsNoEnd() {
		present("9");
		page("offset=3", 5, "a");
		server.stubFor(get(urlEqualTo(UPDATES + "?offset=5&size=500")).willReturn(status(500)));
		UpdateStream stream = this.updates.stream(UpdateFilter.after(3));
		Iterator<Update> iterator = stream.iterator();
		assertThat(iterator.next().entity().id()).isEqualTo("a");
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(iterator::hasNext);
		}
		assertThat(stream.nextOffset()).hasValue(5);
		page("offset=5", 9, "b");
		assertThat(iterator.next().entity().id()).isEqualTo("b");
		assertThat(iterator.hasNext()).isFalse();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
		verify(1, getRequestedFor(urlPathEqualTo(UPDATES + "/last-offset")));
	}

	@Test
	@DisplayName("can be read once")
	void isReadOnce() {
		UpdateStream stream = this.updates.stream(UpdateFilter.after(3));
		stream.iterator();
		assertThatIllegalStateException().isThrownBy(stream::iterator).withMessageContaining("once");
		assertThatIllegalStateException().isThrownBy(stream::stream).withMessageContaining("once");
	}

	@Test
	@DisplayName("gives nothing more once it is closed, and has not worked on what it did not give")
	void close() {
		present("9");
		page("offset=3", 5, "a", "b");
		UpdateStream stream = this.updates.stream(UpdateFilter.after(3));
		Iterator<Update> iterator = stream.iterator();
		iterator.next();
		stream.close();
		assertThat(iterator.hasNext()).isFalse();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
		assertThat(stream.nextOffset()).hasValue(3);
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("reads pages of 500")
	void pagesAreGreat() {
		present("1000");
		String[] ids = IntStream.rangeClosed(1, 500).mapToObj(String::valueOf).toArray(String[]::new);
		page("offset=0", 500, ids);
		page("offset=500", 1000, ids);
		assertThat(this.updates.stream(UpdateFilter.after(0)).stream()).hasSize(1000);
		verify(3, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("reads pages of another size")
	void pagesHaveSize() {
		present("5");
		answer(get(UPDATES + "?offset=3&size=2"), json(5, "a", "b"));
		assertThat(this.updates.stream(UpdateFilter.after(3), 2).stream()).hasSize(2);
		for (int size : new int[] { 0, UpdateRepository.MAX_SIZE + 1 }) {
			assertThatIllegalArgumentException().isThrownBy(() -> this.updates.stream(UpdateFilter.after(3), size))
				.withMessageContaining("size is " + size);
		}
	}

	@Test
	@DisplayName("gives whole pages, and is behind one as soon as the next is asked for")
	void givesPages() {
		present("9");
		page("offset=3", 5, "a", "b");
		page("offset=5", 6);
		page("offset=6", 9, "c");
		UpdateStream stream = this.updates.stream(UpdateFilter.after(3));
		Iterator<UpdatePage> pages = stream.pages();
		assertThat(pages.next().updates()).hasSize(2);
		assertThat(stream.nextOffset()).hasValue(3);
		assertThat(pages.hasNext()).isTrue();
		assertThat(stream.nextOffset()).hasValue(5);
		assertThat(pages.next()).isEqualTo(new UpdatePage(List.of(), 6L));
		assertThat(pages.next().nextOffset()).isEqualTo(9);
		assertThat(pages.hasNext()).isFalse();
		assertThat(stream.nextOffset()).hasValue(9);
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(pages::next);
		assertThatIllegalStateException().isThrownBy(stream::iterator).withMessageContaining("once");
		verify(4, anyRequestedFor(anyUrl()));
	}

	private static void present(String offset) {
		answer(get(UPDATES + "/last-offset"), "{\"lastOffset\":" + offset + "}");
	}

	private static void page(String parameters, Integer nextOffset, String... ids) {
		answer(get(urlEqualTo(UPDATES + "?" + (parameters.isEmpty() ? "" : parameters + "&") + "size=500")),
				json(nextOffset, ids));
	}

	private static String json(Integer nextOffset, String... ids) {
		String updates = Stream.of(ids)
			.map("{\"operation\":\"CREATE\",\"entity\":{\"type\":\"CUSTOMER\",\"data\":{\"id\":\"%s\"}}}"::formatted)
			.collect(Collectors.joining(",", "[", "]"));
		return "{\"nextOffset\":" + nextOffset + ",\"updates\":" + updates + "}";
	}

	private static List<String> ids(UpdateStream stream) {
		List<String> ids = new ArrayList<>();
		for (Update update : stream) {
			ids.add(update.entity().id());
		}
		return ids;
	}

}
