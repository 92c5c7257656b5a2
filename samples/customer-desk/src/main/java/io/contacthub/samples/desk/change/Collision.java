package io.contacthub.samples.desk.change;

/**
 * A member that two people have changed at the same time.
 *
 * @param input the input of the member
 * @param yours the text of the one who sends the form
 * @param theirs the text that is stored meanwhile
 */
record Collision(Input input, String yours, String theirs) {

}
