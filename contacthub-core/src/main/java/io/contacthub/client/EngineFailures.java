package io.contacthub.client;

import java.io.CharConversionException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.zip.ZipException;

import javax.net.ssl.SSLPeerUnverifiedException;

import io.contacthub.error.FailureReason;

/**
 * What the failures of HTTP engines mean. Those of engines that the core is built without
 * are known by the names of their classes.
 */
final class EngineFailures {

	/**
	 * Time-outs of a connection from a pool, of a socket and of TLS.
	 */
	private static final Set<String> CONNECT_TIMEOUTS = Set.of("ConnectTimeoutException",
			"ConnectionRequestTimeoutException", "SslHandshakeTimeoutException");

	private static final String READ_TIMEOUT = "ReadTimeoutException";

	private static final String DECOMPRESSION = "DecompressionException";

	private EngineFailures() {
	}

	/**
	 * Return why there is no complete answer.
	 * @param failure what the engine reported
	 * @param sent whether anything may have been sent, whatever the engine reports
	 * @param late whether the time of the call is over
	 */
	static FailureReason reason(IOException failure, boolean sent, boolean late) {
		if (!sent && isUnsent(failure)) {
			return any(failure, EngineFailures::notConnected) ? FailureReason.NOT_CONNECTED
					: FailureReason.UNTRUSTED_SERVER;
		}
		// some engines are stopped by closing their connection, and tell just that
		return (late || any(failure, EngineFailures::timedOut)) ? FailureReason.TIMED_OUT
				: FailureReason.CONNECTION_LOST;
	}

	/**
	 * Return whether nothing has been sent.
	 */
	static boolean isUnsent(IOException failure) {
		return any(failure, EngineFailures::notConnected) || any(failure, EngineFailures::untrusted);
	}

	/**
	 * Return whether the body has come and only its encoding is wrong.
	 */
	static boolean isMalformed(IOException failure) {
		return any(failure, EngineFailures::malformed);
	}

	private static boolean notConnected(Throwable cause) {
		return cause instanceof ConnectException || cause instanceof UnknownHostException
				|| cause instanceof NoRouteToHostException || cause instanceof HttpConnectTimeoutException
				|| CONNECT_TIMEOUTS.contains(cause.getClass().getSimpleName())
				|| (cause instanceof SocketTimeoutException && cause.getMessage() != null
						&& cause.getMessage().toLowerCase(Locale.ROOT).startsWith("connect time"));
	}

	private static boolean untrusted(Throwable cause) {
		return cause instanceof SSLPeerUnverifiedException || cause instanceof CertificateException;
	}

	private static boolean timedOut(Throwable cause) {
		return cause instanceof SocketTimeoutException || cause instanceof HttpTimeoutException
				|| cause instanceof TimeoutException || cause.getClass().getSimpleName().equals(READ_TIMEOUT);
	}

	private static boolean malformed(Throwable cause) {
		return cause instanceof ZipException || cause instanceof CharConversionException
				|| cause.getClass().getSimpleName().equals(DECOMPRESSION);
	}

	private static boolean any(Throwable failure, Predicate<Throwable> condition) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (condition.test(cause)) {
				return true;
			}
		}
		return false;
	}

}
