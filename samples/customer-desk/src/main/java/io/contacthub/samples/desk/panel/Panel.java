package io.contacthub.samples.desk.panel;

import java.util.function.Function;

import io.contacthub.samples.desk.failure.Trouble;

/**
 * Part of a page that is there, or could not be loaded while the rest of the page is
 * there.
 *
 * @param <T> the type of what it shows
 * @param value what it shows, {@code null} when it could not be loaded
 * @param trouble why it could not be loaded, {@code null} when it was
 */
public record Panel<T>(T value, Trouble trouble) {

	public static <T> Panel<T> of(T value) {
		return new Panel<>(value, null);
	}

	public boolean isLoaded() {
		return this.trouble == null;
	}

	public <R> Panel<R> map(Function<T, R> mapper) {
		return isLoaded() ? of(mapper.apply(this.value)) : new Panel<>(null, this.trouble);
	}

}
