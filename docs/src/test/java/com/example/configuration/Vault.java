package com.example.configuration;

/**
 * Keeper of secrets.
 */
public interface Vault {

	/**
	 * Read a secret.
	 * @param name its name
	 * @return what it is now
	 */
	String read(String name);

}
