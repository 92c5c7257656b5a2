package io.contacthub.benchmarks.server;

import java.nio.charset.StandardCharsets;

import io.contacthub.benchmarks.Documents;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;

/**
 * Answers that are made before anybody asks.
 */
final class StubAnswers {

	private static final byte[] START = "{\"elements\":[".getBytes(StandardCharsets.US_ASCII);

	private static final String ACCEPTED = "{\"id\":\"0b1a4a6e-6a0e-4d9c-9c0e-0d8a3c1f2b57\"}";

	private final ByteBuf customer = answer("200 OK", Documents.customer(0));

	private final ByteBuf created = answer("201 Created", Documents.customer(0));

	private final ByteBuf accepted = answer("202 Accepted", ACCEPTED);

	private final ByteBuf unknown = answer("404 Not Found",
			"{\"message\":\"not found\",\"logref\":\"stub\",\"errors\":[]}");

	/**
	 * All elements of a page, one after the other with commas between them.
	 */
	private final ByteBuf elements;

	/**
	 * Where each element ends.
	 */
	private final int[] ends = new int[Documents.PAGE_SIZE + 1];

	private final long total;

	/**
	 * Create with the number of customers in the node.
	 * @param total how many customers pages tell of
	 */
	StubAnswers(long total) {
		this.total = total;
		ByteBuf joined = Unpooled.buffer();
		for (int number = 0; number < Documents.PAGE_SIZE; number++) {
			joined.writeBytes(Documents.bytes(((number > 0) ? "," : "") + Documents.customer(number)));
			this.ends[number + 1] = joined.writerIndex();
		}
		this.elements = fixed(joined);
	}

	/**
	 * Return the answer to a request.
	 * @param method what is to be done
	 * @param uri to what
	 * @return a buffer that the caller releases
	 */
	ByteBuf to(HttpMethod method, String uri) {
		int question = uri.indexOf('?');
		String path = (question < 0) ? uri : uri.substring(0, question);
		if (path.endsWith("/events") && method.equals(HttpMethod.POST)) {
			return this.accepted.retainedDuplicate();
		}
		if (path.endsWith("/customers")) {
			return method.equals(HttpMethod.POST) ? this.created.retainedDuplicate()
					: page(number(uri, "page", 0), number(uri, "size", 10));
		}
		return path.contains("/customers/") ? this.customer.retainedDuplicate() : this.unknown.retainedDuplicate();
	}

	private ByteBuf page(int number, int size) {
		int present = (int) Math.max(0, Math.min(size, this.total - (long) number * size));
		ByteBuf part = this.elements.retainedSlice(0, this.ends[present]);
		byte[] end = Documents.bytes("]," + Documents.place(number, size, this.total) + "}");
		byte[] head = head("200 OK", START.length + part.readableBytes() + end.length);
		return Unpooled.wrappedBuffer(Unpooled.wrappedBuffer(head, START), part, Unpooled.wrappedBuffer(end));
	}

	/**
	 * Return the value of a parameter that is a number.
	 */
	private static int number(String uri, String name, int otherwise) {
		int start = Math.max(uri.indexOf("?" + name + "="), uri.indexOf("&" + name + "="));
		if (start < 0) {
			return otherwise;
		}
		int end = uri.indexOf('&', start + 1);
		return Integer.parseInt(uri.substring(start + name.length() + 2, (end < 0) ? uri.length() : end));
	}

	private static ByteBuf answer(String status, String document) {
		byte[] body = Documents.bytes(document);
		return fixed(Unpooled.wrappedBuffer(head(status, body.length), body));
	}

	private static byte[] head(String status, int length) {
		return ("HTTP/1.1 " + status + "\r\nDate: Thu, 20 Nov 2025 16:20:10 GMT\r\n"
				+ "Content-Type: application/json;charset=UTF-8\r\nContent-Length: " + length + "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Copy what is sent often to where the system can take it from.
	 */
	private static ByteBuf fixed(ByteBuf buffer) {
		return Unpooled.unreleasableBuffer(Unpooled.directBuffer(buffer.readableBytes()).writeBytes(buffer));
	}

}
