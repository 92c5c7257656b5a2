package com.example.signup;

import java.util.Map;

import com.example.AbstractEmulatorTests;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Session;
import io.contacthub.customer.SessionId;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.UniquenessPolicy;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.ViewedPage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mapstruct.factory.Mappers;

import org.springframework.data.domain.PageRequest;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("The page on signing up customers")
class SignUpTests extends AbstractEmulatorTests {

	private static final SignUp.Form FORM = new SignUp.Form("A1", "Ann", "ann@example.com");

	private final CustomerRepository customers = NODE.customers();

	private final SessionId visitor = SessionId.random();

	@Test
	@DisplayName("signs up a customer, to whom what the visitor did belongs from then on")
	void signsUp() {
		NODE.events().add(Event.of(ViewedPage.builder().path("/").build()).in(EventContext.WEB).by(this.visitor));
		SignUp signUp = new SignUp(this.customers, NODE.events());
		Customer customer = signUp.register(FORM, this.visitor);
		assertThat(signUp.register(FORM, this.visitor).id()).isEqualTo(customer.id());
		assertThat(this.customers.sessions(customer.id()).findAll()).singleElement()
			.extracting(Session::value)
			.isEqualTo(this.visitor.value());
		assertThat(NODE.events().find(EventFilter.ofCustomer(customer.id()), PageRequest.of(0, 50)))
			.extracting(Event::type)
			.containsOnly(EventType.VIEWED_PAGE, EventType.FORM_COMPILED);
	}

	@Test
	@DisplayName("tells a conflict and what is refused at the form")
	void tells() {
		BindingResult result = new MapBindingResult(Map.of(), "form");
		NewCustomers added = new NewCustomers(this.customers);
		added.add(MemberSignUp.member(), result);
		assertThat(result.hasErrors()).isFalse();
		added.add(MemberSignUp.member(), result);
		assertThat(result.getFieldErrors("email")).hasSize(1);
		added.add(Customer.of(Map.of("base", Map.of("noSuchProperty", "x"))), result);
		assertThat(result.getGlobalErrors()).singleElement()
			.satisfies((error) -> assertThat(error.getDefaultMessage()).endsWith("/base/noSuchProperty"));
	}

	@Test
	@DisplayName("takes a wrong locale, and refuses to send it")
	void refusesLocale() {
		Customer customer = Customer.builder().base((base) -> base.locale("italian")).build();
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> this.customers.insert(customer))
			.withMessageContaining("base.locale");
	}

	@Test
	@DisplayName("ties the session by the request that stores the customer")
	void tiesBySameRequest() {
		Customer customer = new MemberSignUp(this.customers).register(MemberSignUp.member(), this.visitor);
		assertThat(this.customers.sessions(customer.id()).findAll()).singleElement()
			.extracting(Session::value)
			.isEqualTo(this.visitor.value());
		assertThat(customer.extended()).isEqualTo(Map.of("points", 100));
		assertThat(customer.tags().manual()).containsExactly("member", "milano");
	}

	@Test
	@DisplayName("says what a token that is not trusted is told of a conflict")
	void tellsUntrusted() {
		Customer customer = this.customers.insert(MemberSignUp.member());
		CustomerRepository untrusted = workspace(EMULATOR, UNTRUSTED).node(NODE.id()).customers();
		assertThatExceptionOfType(CustomerConflictException.class).isThrownBy(() -> untrusted.upsert(customer))
			.returns(null, CustomerConflictException::existingCustomerId);
		assertThatExceptionOfType(CustomerConflictException.class)
			.isThrownBy(() -> this.customers.insert(MemberSignUp.member()))
			.returns(customer.id(), CustomerConflictException::existingCustomerId);
	}

	@Test
	@DisplayName("says what an insert gives where the workspace merges")
	void merges() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder()
			.uniquenessPolicy(UniquenessPolicy.MERGE)
			.start()) {
			CustomerRepository merging = workspace(emulator, emulator.token()).node(emulator.nodeId()).customers();
			Customer customer = merging.insert(MemberSignUp.member());
			Customer merged = merging.insert(MemberSignUp.member().withExtra("new"));
			assertThat(merged.id()).isEqualTo(customer.id());
			assertThat(merged.extra()).isEqualTo("new");
		}
	}

	@Test
	@DisplayName("maps forms by MapStruct")
	void maps() {
		assertThat(Mappers.getMapper(SignUpMapper.class).toCustomer(FORM)).isEqualTo(Customer.of(Map.of("externalId",
				"A1", "base", Map.of("firstName", "Ann", "contacts", Map.of("email", "ann@example.com")))));
	}

}
