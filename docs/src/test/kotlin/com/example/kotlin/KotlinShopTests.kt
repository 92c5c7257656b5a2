package com.example.kotlin

// tag::test[]
import io.contacthub.customer.CustomerRepository
import io.contacthub.test.autoconfigure.ContactHubTest
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatExceptionOfType
import org.junit.jupiter.api.DisplayName
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.context.annotation.Import
import org.springframework.dao.DuplicateKeyException

@ContactHubTest
@Import(KotlinShop::class)
@DisplayName("A shop in Kotlin")
class KotlinShopTests @Autowired constructor(
    private val shop: KotlinShop,
    private val customers: CustomerRepository
) {

    @Test
    @DisplayName("signs up an address once")
    fun signsUp() {
        val ann = shop.signUp(Form("A1", "Ann", "ann@example.com"))
        assertThat(email(customers, ann.id!!)).isEqualTo("ann@example.com")
        assertThatExceptionOfType(DuplicateKeyException::class.java)
            .isThrownBy { shop.signUp(Form("A2", "Anna", "ann@example.com")) }
    }

}
// end::test[]
