package io.contacthub.samples.desk.customer;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.contacthub.customer.Consent;
import io.contacthub.customer.Consents;
import io.contacthub.customer.Disclaimer;
import io.contacthub.json.ApiObject;
import io.contacthub.samples.desk.layout.ConsentKind;
import io.contacthub.samples.desk.layout.Labels;

import org.springframework.util.ReflectionUtils;

/**
 * What a customer said to one kind of use.
 *
 * @param label the kind of use
 * @param status whether the customer agreed, {@code null} when nothing is known
 * @param limited whether the use is limited
 * @param objected whether the customer objected
 * @param more what else is known
 */
record ConsentLine(String label, Boolean status, boolean limited, boolean objected, List<Detail> more) {

	public boolean isKnown() {
		return this.status != null || this.limited || this.objected || !this.more.isEmpty();
	}

	/**
	 * Return a line for each consent that the library knows.
	 */
	static List<ConsentLine> of(Consents consents, Labels labels, Details details) {
		return Arrays.stream(ConsentKind.values())
			.map((kind) -> of(kind.path(), kind.of(consents), labels, details))
			.toList();
	}

	private static ConsentLine of(String path, Consent consent, Labels labels, Details details) {
		return new ConsentLine(labels.consent(path), consent.status(), Boolean.TRUE.equals(consent.limitation()),
				Boolean.TRUE.equals(consent.objection()), details.of("consents." + path, consent.unknown()));
	}

	/**
	 * Return what is known beside the consents that the library knows: the disclaimer,
	 * and kinds of use that it does not know.
	 */
	static List<Detail> beside(Consents consents, Details details) {
		List<Detail> beside = new ArrayList<>(details.of("consents.disclaimer", consents.disclaimer()));
		unknown(beside, "consents", consents, details);
		return beside;
	}

	private static void unknown(List<Detail> beside, String path, ApiObject group, Details details) {
		beside.addAll(details.of(path, group.unknown()));
		for (RecordComponent component : group.getClass().getRecordComponents()) {
			Object value = ReflectionUtils.invokeMethod(component.getAccessor(), group);
			if (value instanceof ApiObject inner && !(value instanceof Consent) && !(value instanceof Disclaimer)) {
				unknown(beside, path + "." + component.getName(), inner, details);
			}
		}
	}

}
