package com.example.kotlin

import io.contacthub.Node
import io.contacthub.customer.Customer
import io.contacthub.data.ContactHubRepository
import io.contacthub.data.ContactHubRepositoryFactoryBean
import io.contacthub.test.autoconfigure.ContactHubTest
import kotlin.reflect.KClass
import org.assertj.core.api.Assertions.assertThatException
import org.junit.jupiter.api.DisplayName
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired

/** What a declared repository cannot give in Kotlin. */
@DisplayName("When the application starts, a repository is refused whose function")
@ContactHubTest
class KotlinRefusedTests @Autowired constructor(private val node: Node) {

    @Test
    @DisplayName("gives a sequence, which nothing would close")
    fun sequence() = assertRefused(Sequences::class, "findByBaseFirstName: it finds, and gives Sequence")

    @Test
    @DisplayName("is suspending, since it would block")
    fun suspending() = assertRefused(Suspending::class, "findByExternalId: it is suspending")

    private fun assertRefused(type: KClass<out ContactHubRepository<Customer>>, reason: String) {
        val factory = ContactHubRepositoryFactoryBean<ContactHubRepository<Customer>, Customer>(type.java)
        factory.setNode(this.node)
        assertThatException().isThrownBy { factory.afterPropertiesSet() }.havingRootCause().withMessageContaining(reason)
    }

    interface Sequences : ContactHubRepository<Customer> {

        fun findByBaseFirstName(name: String): Sequence<Customer>

    }

    interface Suspending : ContactHubRepository<Customer> {

        suspend fun findByExternalId(id: String): Customer?

    }

}
