package io.contacthub.emulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;

/**
 * The body of a request, which comes in while it is read.
 */
final class RequestBody {

	private final InputStream stream;

	private byte @Nullable [] bytes;

	RequestBody(InputStream stream) {
		this.stream = stream;
	}

	RequestBody(byte[] bytes) {
		this(new ByteArrayInputStream(bytes));
		this.bytes = bytes;
	}

	/**
	 * Return the whole body.
	 */
	byte[] bytes() {
		byte[] present = this.bytes;
		if (present == null) {
			try {
				present = this.stream.readAllBytes();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.bytes = present;
		}
		return present;
	}

	/**
	 * Return the body as it comes in, to be read once.
	 */
	InputStream stream() {
		return this.stream;
	}

}
