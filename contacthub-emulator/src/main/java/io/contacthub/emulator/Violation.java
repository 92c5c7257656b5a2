package io.contacthub.emulator;

/**
 * One reason why a body is not valid.
 *
 * @param path JSON pointer into the body
 * @param message what is wrong there
 */
record Violation(String path, String message) {
}
