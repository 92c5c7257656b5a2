/**
 * A ContactHub in memory, for tests and for development without an account: the API's
 * operations in front of WireMock's server, which comes first as soon as there are stubs.
 * <p>
 * Start at {@link io.contacthub.emulator.ContactHubEmulator}, or, for a process of its
 * own, at {@link io.contacthub.emulator.program.ContactHubEmulatorApplication}. A request
 * goes through the {@code FrontHandler} to the {@code ApiDoor}, where faults are switched
 * on, or to the {@code ControlDoor}, behind which the emulator itself is controlled; from
 * the {@code Router} down to the handlers in the {@code …Operations}, to the rules in the
 * {@code …Registry} classes, and to the {@code …Store} that keeps the state of a
 * workspace. Who changes it holds the workspace's {@code ChangeLock}, who reads needs no
 * lock. A {@code Schema} says what a document must look like. It knows neither Spring nor
 * the client, which it is to judge; picocli, Datafaker and the validator of JSON Schema
 * are optional.
 * <p>
 * Where the emulator can only guess, {@code Guesses} tells so once, or refuses.
 * <p>
 * Where nobody has documented or recorded what the API does, the emulator had to choose:
 * <ul>
 * <li>an unknown member is refused in every object that has a schema, and so is an
 * unknown event type;</li>
 * <li>customers are equal when all unique properties of the workspace are the same, with
 * the same case unless it is set not to matter; only creations are merged, a change or
 * replacement that makes customers equal is a conflict under
 * {@link io.contacthub.emulator.UniquenessPolicy#MERGE} too;</li>
 * <li>a customer stays in its node; a unique property that is required can be taken away
 * by a change;</li>
 * <li>an object without content counts as absent when a customer must not be empty;</li>
 * <li>a page size of 0 means the default, lists without {@code sort} are in the order of
 * creation, and unset members sort last;</li>
 * <li>an event of an unknown customer is accepted and dropped; one of an unknown session
 * cannot be read until a customer takes the session; a session belongs to the customer
 * who took it last;</li>
 * <li>types of events are active unless documented as passive, and both ends of a period
 * belong to it;</li>
 * <li>a second education, job, like or subscription of the same id is refused, and a
 * replaced one loses the members that were not sent;</li>
 * <li>updates are in the order in which they can be read; of what is removed they tell
 * the id alone, the least that the API could tell, and the last 200,000 are kept, of
 * which 50,000 may be changes of what was there;</li>
 * <li>the register of consents has an entry for each value of a consent that has changed,
 * which stays when the customer is removed, and the last 200,000 are kept;</li>
 * <li>when customers that were removed came and went is kept of the last 200,000;</li>
 * <li>models have labels of the emulator's own;</li>
 * <li>what the configuration disables is refused when it is sent and stays where it is;
 * mandatory properties are required of a customer that is created or replaced, and so are
 * the unique ones once the matching policy was set;</li>
 * <li>the token of a source is a trusted one, and an untrusted one for JavaScript; it is
 * shown to administrators alone, and refused while its source is disabled;</li>
 * <li>what a customer's source has said is all that is known of the customer;</li>
 * <li>the schema of the extended properties is sent as it is, or wrapped as it is
 * answered, where it may be a text;</li>
 * <li>automations are kept but do not run, permissions of users and nodes of sources are
 * shown but not asked for, and neither priorities nor merge policies decide
 * anything;</li>
 * <li>in queries, lists match by any element, the negative operators match unset
 * attributes, {@code BETWEEN} includes its bounds, and {@code LIKE} knows {@code *} and
 * {@code %} and ignores case;</li>
 * <li>segments may have the same name and are found by the whole of it; one that is not
 * enabled has no customers, and one that is replaced without {@code enabled} is;</li>
 * <li>analytics count customers as lists show them and events as they can be read, by
 * days of the workspace's zone, of which the first and the last one belong to a period;
 * whoever was registered in it counts, whatever the state; periods of a trend are cut to
 * the days that are asked for; what is made of the elements of an array is told apart by
 * other members of the same elements.</li>
 * </ul>
 */
@NullMarked
package io.contacthub.emulator;

import org.jspecify.annotations.NullMarked;
