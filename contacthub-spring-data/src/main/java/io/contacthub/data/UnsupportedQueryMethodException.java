package io.contacthub.data;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Failure to make a query of a method: it asks for what ContactHub cannot do, or
 * contradicts itself. The application does not start. The message names the method, the
 * property or parameter, the reason and the remedy.
 */
public class UnsupportedQueryMethodException extends InvalidDataAccessApiUsageException {

	private static final long serialVersionUID = 1L;

	private final String reason;

	private final String remedy;

	/**
	 * Create a failure.
	 * @param method the interface and the method
	 * @param reason why there is no query for it, naming the property
	 * @param remedy what to declare instead
	 */
	UnsupportedQueryMethodException(String method, String reason, String remedy) {
		super(method + ": " + reason + ". " + remedy);
		this.reason = method + ": " + reason;
		this.remedy = remedy;
	}

	/**
	 * Return what the method asks for that ContactHub cannot do.
	 * @return the method and the reason
	 */
	public String reason() {
		return this.reason;
	}

	/**
	 * Return what to declare instead.
	 * @return the remedy
	 */
	public String remedy() {
		return this.remedy;
	}

}
