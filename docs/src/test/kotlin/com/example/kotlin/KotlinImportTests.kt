package com.example.kotlin

import io.contacthub.customer.Customer
import io.contacthub.customer.CustomerRepository
import io.contacthub.format.JsonLinesFormat
import io.contacthub.test.autoconfigure.ContactHubTest
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.DisplayName
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired

/** Tests of the import. */
@ContactHubTest
@DisplayName("An import in Kotlin")
class KotlinImportTests @Autowired constructor(private val customers: CustomerRepository) {

    @Test
    @DisplayName("writes rows, and those that are refused into another file")
    fun imports() {
        val file = """
            {"externalId": "A1", "base": {"firstName": "Ann"}}
            {"externalId": "A2", "base": {"firstName":
            {"externalId": "A3", "base": {"contacts": {"email": "none"}}}
        """.trimIndent()
        val rest = ByteArrayOutputStream()
        JsonLinesFormat.of(Customer::class.java)
            .reader(ByteArrayInputStream(file.toByteArray()), "customers.jsonl")
            .use { rows -> rows.refusals(rest).use { refused -> importRows(customers, rows, refused) } }
        assertThat(customers.count()).isEqualTo(1)
        assertThat(rest.toString()).contains("A2", "A3").doesNotContain("A1")
    }

}
