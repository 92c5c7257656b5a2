package io.contacthub.samples.desk;

import io.contacthub.Workspace;
import io.contacthub.emulator.ContactHubEmulator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Message that says where the customers come from and where the pages are.
 */
@Component
class Greeting implements ApplicationRunner {

	private static final Log logger = LogFactory.getLog(Greeting.class);

	private final Workspace workspace;

	private final ObjectProvider<ContactHubEmulator> emulator;

	private final Environment environment;

	Greeting(Workspace workspace, ObjectProvider<ContactHubEmulator> emulator, Environment environment) {
		this.workspace = workspace;
		this.emulator = emulator;
		this.environment = environment;
	}

	@Override
	public void run(ApplicationArguments args) {
		boolean emulated = this.emulator.stream().findAny().isPresent();
		logger.info((emulated ? "Running on the emulator, " : "Running on the real ContactHub, ")
				+ this.workspace.baseUrl());
		logger.info("Open http://localhost:" + this.environment.getProperty("local.server.port"));
	}

}
