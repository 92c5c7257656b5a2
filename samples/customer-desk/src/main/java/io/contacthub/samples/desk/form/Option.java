package io.contacthub.samples.desk.form;

/**
 * What can be chosen in a form.
 *
 * @param value the value that is sent
 * @param label what the reader sees
 */
public record Option(String value, String label) {

}
