package io.contacthub.emulator;

/**
 * Store of the configuration of a workspace. Who changes it holds the lock of the
 * workspace, who reads needs none.
 */
final class ConfigurationStore {

	private final EmulatorSettings settings;

	private volatile WorkspaceRules rules;

	ConfigurationStore(EmulatorSettings settings) {
		this.settings = settings;
		this.rules = settings.rules();
	}

	/**
	 * Return what stays as it is.
	 */
	EmulatorSettings settings() {
		return this.settings;
	}

	/**
	 * Return the rules of this moment, to be asked for once by each request.
	 */
	WorkspaceRules rules() {
		return this.rules;
	}

}
