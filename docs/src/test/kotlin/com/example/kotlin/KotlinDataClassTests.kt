package com.example.kotlin

import com.fasterxml.jackson.annotation.JsonProperty
import io.contacthub.Node
import io.contacthub.customer.Customer
import io.contacthub.customer.CustomerRepository
import io.contacthub.data.ContactHubRepository
import io.contacthub.data.ContactHubRepositoryFactoryBean
import io.contacthub.json.JsonObject
import io.contacthub.test.autoconfigure.ContactHubTest
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatException
import org.assertj.core.api.Assertions.assertThatExceptionOfType
import org.assertj.core.api.Assertions.assertThatIllegalArgumentException
import org.junit.jupiter.api.DisplayName
import org.junit.jupiter.api.Test
import org.springframework.beans.BeanInstantiationException
import org.springframework.beans.factory.annotation.Autowired

/** Tests of what the page says of data classes. */
@ContactHubTest
@DisplayName("A data class")
class KotlinDataClassTests {

    data class Member(val isGold: Boolean?, val points: Int)

    data class StrictMember(val isGold: Boolean, val points: Int)

    data class NamedMember(@get:JsonProperty("isGold") val isGold: Boolean, val points: Int)

    data class Level(val level: String = "basic")

    @JvmInline
    value class Points(val number: Int)

    data class Account(val points: Points)

    @Test
    @DisplayName("loses a property that begins with 'is', unless its getter is named")
    fun losesIs() {
        val written = JsonObject.from(Member(true, 1))
        assertThat(written).isEqualTo(JsonObject.of("points", 1, "gold", true))
        assertThat(written.`as`(Member::class.java)).isEqualTo(Member(null, 1))
        assertThatIllegalArgumentException().isThrownBy { written.`as`(StrictMember::class.java) }
        val named = JsonObject.from(NamedMember(true, 1))
        assertThat(named).isEqualTo(JsonObject.of("isGold", true, "points", 1))
        assertThat(named.`as`(NamedMember::class.java)).isEqualTo(NamedMember(true, 1))
    }

    @Test
    @DisplayName("knows no default values, and value classes are written under another name")
    fun knowsNoDefaults() {
        val customer = Customer.builder().extended(JsonObject.of("points", 1)).build()
        assertThatIllegalArgumentException().isThrownBy { customer.extendedAs(Level::class.java) }
        assertThat(JsonObject.from(Account(Points(1))).keys).singleElement().asString().startsWith("points-")
    }

    data class Strict(val id: String, val baseFirstName: String)

    data class Lenient(val id: String, val baseFirstName: String = "stranger")

    data class Nested(val id: String, val base: Names) {

        data class Names(val firstName: String?)

    }

    interface Named {

        val id: String

        val base: Base

        interface Base {

            val firstName: String?

        }

    }

    // nested, so that it is no bean
    interface Readers : ContactHubRepository<Customer> {

        fun <T> findByTagsManualContaining(tag: String, type: Class<T>): List<T>

    }

    interface NestedReaders : ContactHubRepository<Customer> {

        fun findByTagsManualContaining(tag: String): List<Nested>

    }

    @Test
    @DisplayName("of a repository says what may be missing, by its type or a default value")
    fun ofRepository(@Autowired node: Node, @Autowired customers: CustomerRepository) {
        customers.insert(Customer.builder().externalId("A1").tags { it.manual(listOf("vip")) }.build())
        val readers = repository(Readers::class.java, node)
        assertThatExceptionOfType(BeanInstantiationException::class.java)
            .isThrownBy { readers.findByTagsManualContaining("vip", Strict::class.java) }
        assertThat(readers.findByTagsManualContaining("vip", Recipient::class.java).single().baseFirstName).isNull()
        assertThat(readers.findByTagsManualContaining("vip", Lenient::class.java).single().baseFirstName)
            .isEqualTo("stranger")
        assertThat(readers.findByTagsManualContaining("vip", Named::class.java).single().base.firstName).isNull()
        assertThatException().isThrownBy { repository(NestedReaders::class.java, node) }
            .withMessageContaining("'base' of Nested is of type Names")
    }

    private fun <R : ContactHubRepository<Customer>> repository(type: Class<R>, node: Node): R {
        val factory = ContactHubRepositoryFactoryBean<R, Customer>(type)
        factory.setNode(node)
        factory.afterPropertiesSet()
        return factory.getObject()
    }

}
