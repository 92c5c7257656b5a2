package io.contacthub.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NamedThreadLocal;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/**
 * Spliterator that goes through all pages of a list. No more pages are held than one that
 * is worked on and those read ahead.
 *
 * @param <T> the type of the elements
 */
class PageSpliterator<T> extends Spliterators.AbstractSpliterator<T> {

	private static final ThreadLocal<@Nullable PageSpliterator<?>> READING = new NamedThreadLocal<>(
			"Stream of ContactHub");

	private final Function<Pageable, ApiPage<T>> pages;

	private final int prefetch;

	private final Function<Callable<ApiPage<T>>, Future<ApiPage<T>>> readers;

	private final Deque<Future<ApiPage<T>>> ahead = new ArrayDeque<>();

	private @Nullable Iterator<T> elements;

	private int number;

	private volatile @Nullable Integer size;

	private volatile boolean sized;

	private int requested;

	private int total;

	private boolean last;

	private boolean closed;

	/**
	 * Go through all pages.
	 * @param pages reads a page
	 * @param prefetch how many pages are read ahead
	 * @param readers has a page read on another thread
	 */
	PageSpliterator(Function<Pageable, ApiPage<T>> pages, int prefetch,
			Function<Callable<ApiPage<T>>, Future<ApiPage<T>>> readers) {
		super(Long.MAX_VALUE, ORDERED | NONNULL);
		this.pages = pages;
		this.prefetch = prefetch;
		this.readers = readers;
	}

	@Override
	public boolean tryAdvance(Consumer<? super T> action) {
		while (this.elements == null || !this.elements.hasNext()) {
			if (this.last || this.closed) {
				close();
				return false;
			}
			this.elements = null;
			this.elements = nextPage().iterator();
		}
		action.accept(this.elements.next());
		return true;
	}

	private List<T> nextPage() {
		Future<ApiPage<T>> future = this.ahead.poll();
		try {
			ApiPage<T> page;
			if (future != null) {
				// nobody works on a page now, and the next one need not wait for this one
				readAhead();
				page = BackgroundCalls.await(future);
			}
			else {
				page = read(this.requested++);
			}
			List<T> content = page.toPage(PageRequest.of(this.number, ApiPage.MAX_SIZE)).getContent();
			this.last = !page.hasNext(this.number);
			this.number++;
			this.total = page.page().totalPages();
			readAhead();
			return content;
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	/**
	 * Return what makes a page useless to the stream that asks for it on the present
	 * thread: elements would come twice or be missed, since it contradicts itself, or has
	 * another size than the pages before.
	 * @return the fault, or {@code null} when there is none, or no stream
	 */
	static @Nullable String fault(ApiPage<?> page) {
		PageSpliterator<?> reading = READING.get();
		String fault = (reading != null) ? page.contradiction() : null;
		return (fault == null && reading != null) ? reading.sizeFault(page) : fault;
	}

	private @Nullable String sizeFault(ApiPage<?> page) {
		Integer present = page.page().size();
		if (!this.sized) {
			this.size = present;
			this.sized = true;
		}
		return Objects.equals(present, this.size) ? null
				: "its 'page.size' is " + present + ", and was " + this.size + " before";
	}

	/**
	 * Ask for the pages after the present one, as far as the last one that came says that
	 * there are any.
	 */
	private void readAhead() {
		while (!this.last && this.ahead.size() < this.prefetch && this.requested < this.total) {
			int page = this.requested++;
			this.ahead.add(this.readers.apply(() -> read(page)));
		}
	}

	private ApiPage<T> read(int page) {
		READING.set(this);
		try {
			return this.pages.apply(PageRequest.of(page, ApiPage.MAX_SIZE));
		}
		finally {
			READING.remove();
		}
	}

	void close() {
		this.closed = true;
		this.ahead.forEach((future) -> future.cancel(true));
		this.ahead.clear();
	}

}
