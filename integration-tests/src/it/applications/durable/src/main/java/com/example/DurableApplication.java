package com.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Publishes events as its arguments say, and sends what is there until it is ended.
 */
@SpringBootApplication
public class DurableApplication {

	public static void main(String[] arguments) {
		ProcessHandle.current()
			.parent()
			.ifPresent((parent) -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(2)));
		SpringApplication.run(DurableApplication.class, arguments);
	}

}
