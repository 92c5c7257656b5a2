package com.example.kotlin

import io.contacthub.customer.Customer
import io.contacthub.customer.CustomerFields.BASE
import io.contacthub.customer.CustomerRepository
import io.contacthub.data.ContactHubRepository
import io.contacthub.query.Query
import kotlin.jvm.optionals.getOrNull
import org.springframework.data.domain.Page
import org.springframework.data.domain.Pageable

/** The extended properties of the workspace. */
// tag::extended[]
data class Profile(val points: Int, val level: String?)

fun points(customer: Customer): Int = customer.extendedAs(Profile::class.java).points
// end::extended[]

// tag::nulls[]
fun email(customers: CustomerRepository, id: String): String? {
    val customer: Customer? = customers.findById(id).getOrNull()
    return customer?.base?.contacts?.email // of a customer that is there, only the e-mail address may be missing
}

fun greeting(customer: Customer): String {
    val tags: List<String> = customer.tags.manual // never null, empty when there are none
    return "Hello ${customer.base.firstName ?: "stranger"}, ${tags.size} tags"
}
// end::nulls[]

// tag::stream[]
fun emails(customers: CustomerRepository, cities: List<String>): List<String> =
    customers.stream(Query.where(BASE.ADDRESS.CITY.`in`(cities))).use { found ->
        found.map { it.base.contacts.email }.toList().filterNotNull()
    }
// end::stream[]

// tag::repository[]
interface KotlinReaders : ContactHubRepository<Customer> {

    fun findByBaseContactsEmail(email: String): Customer? // null when there is none

    fun getByExternalId(id: String): Customer // throws when there is none

    fun findByBaseAddressCity(city: String, page: Pageable): Page<Customer>

    fun findByTagsManualContaining(tag: String): List<Recipient>

}

/** What is fetched of each: these two fields. */
data class Recipient(val id: String, val baseFirstName: String?)
// end::repository[]
