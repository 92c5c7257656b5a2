package io.contacthub.samples.migration;

/**
 * How the program was started, to be given to people who start it once more.
 */
final class Invocation {

	/**
	 * What the program is called.
	 */
	static final String NAME = "customer-migration";

	private Invocation() {
	}

	static String ofProcess() {
		return of(System.getProperty("java.class.path", ""), System.getProperty("sun.java.command", ""));
	}

	/**
	 * Return the beginning of the command line.
	 * @param classPath the class path, which of {@code java -jar} is the jar alone
	 * @param command what the process was started with, behind the options of Java
	 */
	static String of(String classPath, String command) {
		boolean jar = classPath.endsWith(".jar") && (command + ' ').startsWith(classPath + ' ');
		return jar ? "java -jar " + quoted(classPath) : NAME;
	}

	/**
	 * Return a word as a shell takes it.
	 */
	static String quoted(String word) {
		return word.matches("[\\w./=,:@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
	}

}
