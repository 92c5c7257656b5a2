package com.example.testing;

import org.testcontainers.containers.GenericContainer;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;

// tag::configuration[]
/** The emulator in a container, for a test that imports this class. */
@TestConfiguration(proxyBeanMethods = false)
class EmulatorInContainer {

	@Bean
	@ServiceConnection("contacthub-emulator")
	GenericContainer<?> contactHub() {
		return new GenericContainer<>("contacthub-emulator").withExposedPorts(8089)
			.withEnv("CONTACTHUB_EMULATOR_CUSTOMERS", "20");
	}

}
// end::configuration[]
