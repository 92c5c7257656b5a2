package com.example.kotlin

import io.contacthub.customer.Customer
import io.contacthub.customer.CustomerFields.BASE
import io.contacthub.customer.CustomerRepository
import io.contacthub.json.JsonObject
import io.contacthub.test.autoconfigure.ContactHubTest
import java.time.LocalDate
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatExceptionOfType
import org.junit.jupiter.api.DisplayName
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.context.annotation.Import
import org.springframework.dao.EmptyResultDataAccessException
import org.springframework.data.domain.PageRequest

/** Tests of the other snippets. */
@ContactHubTest
@Import(KotlinShop::class)
@DisplayName("Kotlin")
class KotlinReadingTests @Autowired constructor(
    private val shop: KotlinShop,
    private val customers: CustomerRepository,
    private val readers: KotlinReaders
) {

    @Test
    @DisplayName("changes and finds customers")
    fun finds() {
        val ann = customers.insert(
            Customer.builder()
                .externalId("A1")
                .tags { it.manual(listOf("newsletter")) }
                .extended(JsonObject.of("points", 7))
                .base { base ->
                    base.firstName("Ann").dob(LocalDate.of(1990, 1, 1)).contacts { it.email("ann@example.com") }
                        .address { it.city("Milano") }
                }
                .build()
        )
        assertThat(points(ann)).isEqualTo(7)
        assertThat(greeting(ann)).isEqualTo("Hello Ann, 1 tags")
        assertThat(greeting(shop.rename(ann.id!!, null))).isEqualTo("Hello stranger, 1 tags")
        assertThat(shop.bornBetween(LocalDate.of(1989, 1, 1), LocalDate.of(1991, 1, 1))).hasSize(1)
        assertThat(emails(customers, listOf("Roma", "Milano"))).containsExactly("ann@example.com")
        assertThat(customers.patch(ann.id!!) { it.clear(BASE.CONTACTS.EMAIL) }.base.contacts.email).isNull()
    }

    @Test
    @DisplayName("declares repositories whose nullable types are respected")
    fun declares() {
        val ann = shop.signUp(Form("A1", "Ann", "ann@example.com"))
        customers.addTag(ann.id!!, "vip")
        assertThat(readers.findByBaseContactsEmail("ann@example.com")?.id).isEqualTo(ann.id)
        assertThat(readers.findByBaseContactsEmail("bob@example.com")).isNull()
        assertThatExceptionOfType(EmptyResultDataAccessException::class.java)
            .isThrownBy { readers.getByExternalId("A2") }
        assertThat(readers.findByTagsManualContaining("vip")).containsExactly(Recipient(ann.id!!, "Ann"))
        assertThat(readers.findByBaseAddressCity("Roma", PageRequest.of(0, 50))).isEmpty()
    }

}
