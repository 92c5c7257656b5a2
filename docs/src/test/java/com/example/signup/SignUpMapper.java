package com.example.signup;

// tag::mapper[]
import io.contacthub.customer.Customer;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Makes customers of sign-ups. */
@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.IGNORE)
interface SignUpMapper {

	@Mapping(target = "externalId", source = "accountId")
	@Mapping(target = "base.firstName", source = "firstName")
	@Mapping(target = "base.contacts.email", source = "email")
	Customer toCustomer(SignUp.Form form);

}
// end::mapper[]
