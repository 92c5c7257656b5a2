package io.contacthub.benchmarks.json;

import io.contacthub.benchmarks.Documents;
import io.contacthub.client.ApiPage;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.json.ContactHubJson;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Benchmark of reading documents, and of writing what was read.
 */
@State(Scope.Benchmark)
public class JsonBenchmark {

	/** The library's lossless records, or plain ones. */
	@Param({ "ours", "records" })
	public String contender = "ours";

	/** What is read and written. */
	@Param({ "customer", "page", "event" })
	public String document = "customer";

	private JsonMapper mapper = ContactHubJson.mapper();

	private JavaType type = this.mapper.constructType(Customer.class);

	private byte[] bytes = {};

	private Object value = "";

	/**
	 * Choose mapper, type and document.
	 */
	@Setup
	public void prepare() {
		boolean ours = this.contender.equals("ours");
		this.mapper = ours ? ContactHubJson.mapper() : PlainJson.MAPPER;
		this.type = switch (this.document) {
			case "page" -> ours ? this.mapper.getTypeFactory().constructParametricType(ApiPage.class, Customer.class)
					: this.mapper.constructType(PlainPage.class);
			case "event" -> this.mapper.constructType(ours ? Event.class : PlainEvent.class);
			default -> this.mapper.constructType(ours ? Customer.class : PlainCustomer.class);
		};
		String text = switch (this.document) {
			case "page" -> Documents.page();
			case "event" -> Documents.event();
			default -> Documents.customer(0);
		};
		this.bytes = Documents.bytes(text);
		this.value = read();
	}

	/**
	 * Read the document.
	 * @return the records
	 */
	@Benchmark
	public Object read() {
		return this.mapper.readValue(this.bytes, this.type);
	}

	/**
	 * Write what was read.
	 * @return the document
	 */
	@Benchmark
	public byte[] write() {
		return this.mapper.writeValueAsBytes(this.value);
	}

}
