package io.contacthub.emulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for the register of consents.
 */
final class ConsentLogOperations implements EmulatedResource {

	private final ConfigurationStore configuration;

	private final ConsentRegister register;

	private final Uniqueness uniqueness;

	private final ChangeLock lock;

	ConsentLogOperations(ConfigurationStore configuration, ConsentRegister register, Uniqueness uniqueness,
			ChangeLock lock) {
		this.configuration = configuration;
		this.register = register;
		this.uniqueness = uniqueness;
		this.lock = lock;
	}

	@Override
	public List<Route> routes() {
		return List.of(Route.inWorkspace("GET", "consent-logs", this::list).permitting(TokenKind.DPO),
				Route.inWorkspace("GET", "consent-logs/{log}", this::read).permitting(TokenKind.DPO));
	}

	@Override
	public void clear() {
		this.register.clear();
	}

	private EmulatedResponse list(EmulatedRequest request) {
		this.configuration.settings().guesses().made(Guess.CONSENT_LOG);
		Paging paging = Paging.of(request, this.configuration.settings().guesses());
		Predicate<StoredConsentLog> filter = ofCustomer(request).and(ofProperty(request)).and(ofDate(request));
		List<StoredConsentLog> entries = this.register.all().stream().filter(filter).toList();
		return EmulatedResponse.ok(paging.envelope(entries, (entry) -> entry));
	}

	private Predicate<StoredConsentLog> ofCustomer(EmulatedRequest request) {
		String id = request.parameter("customerId");
		String key = request.parameter("uniqueKey");
		@Nullable Set<String> ids = (key != null) ? idsOf(key) : null;
		return (entry) -> {
			String customerId = Json.text(entry.document(), "customerId");
			return (id == null || id.equals(customerId)) && (ids == null || ids.contains(customerId));
		};
	}

	private Set<String> idsOf(String uniqueKey) {
		if (Json.parse(uniqueKey) instanceof ObjectNode key) {
			return this.lock.call(() -> this.uniqueness.idsOf(key));
		}
		throw invalid("uniqueKey", uniqueKey);
	}

	private static Predicate<StoredConsentLog> ofProperty(EmulatedRequest request) {
		String type = request.parameter("type");
		if (type != null && !ConsentRegister.TYPES.contains(type)) {
			throw invalid("type", type);
		}
		String property = request.parameter("property");
		return (entry) -> {
			String path = entry.document().path("property").stringValue();
			return (type == null || type.equals(Json.text(entry.document(), "type")))
					&& (property == null || path.equals(property) || path.startsWith(property + "."));
		};
	}

	private static Predicate<StoredConsentLog> ofDate(EmulatedRequest request) {
		LocalDate start = date(request, "startDate");
		LocalDate end = date(request, "endDate");
		return (entry) -> (start == null || !entry.day().isBefore(start)) && (end == null || !entry.day().isAfter(end));
	}

	private static @Nullable LocalDate date(EmulatedRequest request, String name) {
		String text = request.parameter(name);
		LocalDate date = (text != null) ? DateFormats.date(text) : null;
		if (text != null && date == null) {
			throw invalid(name, text);
		}
		return date;
	}

	private static RequestRejectedException invalid(String name, String value) {
		return RequestRejectedException.badRequest("Invalid value '" + value + "' of parameter '" + name + "'");
	}

	private EmulatedResponse read(EmulatedRequest request) {
		this.configuration.settings().guesses().made(Guess.CONSENT_LOG);
		String id = request.pathVariable("log");
		StoredConsentLog entry = id.matches("[0-9]{1,18}") ? this.register.find(Long.parseLong(id)) : null;
		if (entry == null) {
			throw RequestRejectedException.notFound("consent log", id);
		}
		return EmulatedResponse.ok(entry.document());
	}

}
