package com.example.kotlin

// tag::service[]
import io.contacthub.customer.Customer
import io.contacthub.customer.CustomerFields.BASE
import io.contacthub.customer.CustomerFields.TAGS
import io.contacthub.customer.CustomerRepository
import io.contacthub.event.Event
import io.contacthub.event.EventContext
import io.contacthub.event.EventPublisher
import io.contacthub.event.properties.FormCompiled
import io.contacthub.query.Query
import java.time.LocalDate
import org.springframework.data.domain.Page
import org.springframework.data.domain.PageRequest
import org.springframework.stereotype.Service

/** A form that a visitor has filled in. */
data class Form(val account: String, val firstName: String, val email: String?)

/** Signs up customers, changes and finds them. */
@Service
class KotlinShop(private val customers: CustomerRepository, private val events: EventPublisher) {

    fun signUp(form: Form): Customer {
        val customer = customers.insert(
            Customer.builder()
                .externalId(form.account)
                .base { base -> base.firstName(form.firstName).contacts { it.email(form.email) } }
                .build()
        )
        events.publish(
            Event.of(FormCompiled.builder().formName("signup").build()).`in`(EventContext.WEB).by(customer)
        )
        return customer
    }

    fun rename(id: String, firstName: String?): Customer =
        customers.patch(id) { it.setOrClear(BASE.FIRST_NAME, firstName) }

    fun bornBetween(from: LocalDate, to: LocalDate): Page<Customer> =
        customers.findAll(
            Query.where(BASE.DOB.between(from, to)).and(TAGS.MANUAL.contains("newsletter")),
            PageRequest.of(0, 50, BASE.LAST_NAME.asc())
        )

}
// end::service[]
