package io.contacthub.emulator;

import java.util.logging.Level;
import java.util.logging.Logger;

import com.github.tomakehurst.wiremock.common.Notifier;

/**
 * Notifier that keeps the server quiet unless something fails.
 */
final class LoggingNotifier implements Notifier {

	private static final Logger logger = Logger.getLogger(ContactHubEmulator.class.getName());

	@Override
	public void info(String message) {
		logger.fine(message);
	}

	@Override
	public void error(String message) {
		logger.warning(message);
	}

	@Override
	public void error(String message, Throwable failure) {
		logger.log(Level.WARNING, message, failure);
	}

}
