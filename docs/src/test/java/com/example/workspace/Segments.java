package com.example.workspace;

import java.util.function.Consumer;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.Customer;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import io.contacthub.segment.Segment;
import io.contacthub.segment.SegmentRepository;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.TAGS;

/**
 * What is done with segments.
 */
class Segments {

	private final SegmentRepository segments;

	private final Node node;

	Segments(Workspace workspace, Node node) {
		this.segments = workspace.segments();
		this.node = node;
	}

	// tag::insert[]
	Segment insert() {
		return this.segments.insert("Vip", Query.where(TAGS.MANUAL.contains("vip")));
	}
	// end::insert[]

	// tag::members[]
	void mail(Segment segment, Consumer<String> mail) {
		try (Stream<Customer> members = this.segments.streamCustomers(segment.id(), this.node.id(),
				Projection.of(BASE.CONTACTS.EMAIL))) {
			members.map((customer) -> customer.base().contacts().email()).forEach(mail);
		}
	}
	// end::members[]

	// tag::narrow[]
	Page<Customer> born(Segment segment) {
		return this.node.customers()
			.findAll(segment.query().intersect(Query.where(BASE.DOB.isNotNull())), PageRequest.of(0, 50));
	}

	Segment narrow(Segment segment) {
		return this.segments.replace(segment.withQuery(segment.query().intersect(Query.where(BASE.DOB.isNotNull()))));
	}
	// end::narrow[]

}
