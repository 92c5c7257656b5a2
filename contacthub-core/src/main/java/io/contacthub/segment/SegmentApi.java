package io.contacthub.segment;

import java.util.List;

import io.contacthub.client.ApiPage;
import io.contacthub.client.RequiredScopes;
import io.contacthub.client.Scope;
import io.contacthub.client.UnusableAnswerException;
import io.contacthub.customer.Customer;
import io.contacthub.json.DocumentDeserializer;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import tools.jackson.databind.annotation.JsonDeserialize;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The operations of the API on segments.
 */
interface SegmentApi {

	@GetExchange("/segments")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	ApiPage<Segment> list(@RequestParam MultiValueMap<String, String> parameters);

	@PostExchange("/segments")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
	Created insert(@RequestBody JsonObject segment);

	@GetExchange("/segments/{id}")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	Segment get(@PathVariable String id);

	@PutExchange("/segments/{id}")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
	Segment replace(@PathVariable String id, @RequestBody JsonObject segment);

	@DeleteExchange("/segments/{id}")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
	void delete(@PathVariable String id);

	@GetExchange("/segments/{id}/customers")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	ApiPage<Member> customers(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters);

	/**
	 * The answer to a new segment, which the documentation has as a list.
	 *
	 * @param segment the segment as it was stored
	 */
	@JsonDeserialize(using = Created.Deserializer.class)
	record Created(Segment segment) {

		/**
		 * Deserializer that reads a segment, or a list of one. Any other list does not
		 * tell which segment was stored.
		 */
		static final class Deserializer extends DocumentDeserializer<Created> {

			Deserializer() {
				super(Created.class);
			}

			@Override
			protected Created value(Object document) {
				Object segment = (document instanceof List<?> list && list.size() == 1) ? list.get(0) : document;
				if (segment instanceof JsonObject properties) {
					return new Created(Members.read(properties, Segment.class));
				}
				throw new UnusableAnswerException("it is neither a segment nor a list of one");
			}

		}

	}

	/**
	 * A customer of a segment, of whom the documentation promises the id alone.
	 *
	 * @param customer the customer
	 */
	@JsonDeserialize(using = Member.Deserializer.class)
	record Member(Customer customer) {

		/**
		 * Deserializer that reads a customer, or the id of one.
		 */
		static final class Deserializer extends DocumentDeserializer<Member> {

			Deserializer() {
				super(Member.class);
			}

			@Override
			protected Member value(Object document) {
				if (document instanceof String id) {
					return new Member(Customer.builder().id(id).build());
				}
				if (document instanceof JsonObject properties) {
					return new Member(Members.read(properties, Customer.class));
				}
				throw unexpected(document, "an object or an id");
			}

		}

	}

}
