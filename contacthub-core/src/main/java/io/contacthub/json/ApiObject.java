package io.contacthub.json;

import java.io.Serializable;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A JSON object of the API: an immutable record whose components are the members this
 * library knows, beside all those that it does not know.
 * <p>
 * What is read is written back: a value that has been read and is written unchanged is
 * the same JSON, but for explicit nulls of known members, which mean the same as their
 * absence, and for date-times, which are written in UTC. This holds in every Jackson 3
 * mapper, also in an application's own, whatever its settings.
 * <p>
 * It is serialized by Java too, by the names of its members: what one version of this
 * library has written is read by earlier and later ones, of which one knows a member and
 * another does not, without loss.
 * <p>
 * Lists and objects that are absent read as empty ones and are not written; lists and
 * objects that are there and empty are written.
 */
@JsonIdentityInfo(generator = Jackson2Refusal.class)
@JsonSerialize(using = ApiObjectSerializer.class)
@JsonDeserialize(using = ApiObjectDeserializer.class)
public interface ApiObject extends Serializable {

	/**
	 * Return the members that this library does not know, in their order, explicit nulls
	 * included. A known member whose value is not of its type, such as a text that is no
	 * date, reads as absent and is found here as it was sent; it is written back until
	 * the member is set.
	 * @return the members, empty when there are none
	 */
	JsonObject unknown();

	/**
	 * Return this object as a map, as it would be written: dates are texts, absent
	 * members are left out, unknown ones are included.
	 * @return a modifiable copy, at every level
	 */
	default Map<String, @Nullable Object> toMap() {
		return PlainCopies.thaw(this);
	}

}
