package com.example.kotlin

// tag::test[]
import io.contacthub.customer.Customer
import io.contacthub.customer.CustomerRepository
import io.contacthub.event.EventRepository
import io.contacthub.event.EventType
import io.contacthub.test.EventRecorder
import io.contacthub.test.RecordEvents
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.DisplayName
import org.junit.jupiter.api.Test
import org.mockito.ArgumentMatchers.any
import org.mockito.BDDMockito.given
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.test.context.bean.override.mockito.MockitoBean

@SpringBootTest
@DisplayName("A shop in Kotlin on mocks")
class KotlinMockTests @Autowired constructor(private val shop: KotlinShop) {

    @MockitoBean
    lateinit var customers: CustomerRepository

    @MockitoBean
    lateinit var stored: EventRepository

    @MockitoBean // as each interface of contacthub-spring-data
    lateinit var readers: KotlinReaders

    @RecordEvents
    lateinit var published: EventRecorder

    @Test
    @DisplayName("publishes that a form was filled in")
    fun publishes() {
        given(customers.insert(any(Customer::class.java))).willReturn(Customer.builder().id("c1").build())
        assertThat(shop.signUp(Form("A1", "Ann", "ann@example.com")).id).isEqualTo("c1")
        assertThat(published.events(EventType.FORM_COMPILED)).hasSize(1)
    }

}
// end::test[]
