package com.example.emulator;

import org.testcontainers.containers.GenericContainer;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;

/**
 * The emulator in a container, for tests that import this. It is compiled and not run
 * here: it needs Docker.
 */
// tag::container[]
@TestConfiguration(proxyBeanMethods = false)
class EmulatorContainer {

	@Bean
	@ServiceConnection("contacthub-emulator")
	GenericContainer<?> contactHub() {
		return new GenericContainer<>("contacthub-emulator").withExposedPorts(8089);
	}

}
// end::container[]
