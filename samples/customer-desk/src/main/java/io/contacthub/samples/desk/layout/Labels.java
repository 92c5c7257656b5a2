package io.contacthub.samples.desk.layout;

import java.util.Locale;
import java.util.regex.Pattern;

import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.json.OpenValue;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Words for what ContactHub names in its own way, in the language of the reader. What has
 * no words yet is told by its name, made readable.
 */
@Component
public class Labels {

	private static final Pattern INDEX = Pattern.compile("\\[\\d+]|(?<=^|\\.)\\d+(\\.|$)");

	private static final Pattern PARTS_OF_CONSENT = Pattern.compile("^consents\\.|\\.(status|limitation|objection)$");

	private final MessageSource messages;

	public Labels(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * Return the label of a member of a customer.
	 * @param path the path, such as {@code base.firstName} or
	 * {@code /base/jobs/0/companyName}
	 * @return the label
	 */
	public String member(String path) {
		String plain = plain(path);
		return text("label." + plain, plain.substring(plain.lastIndexOf('.') + 1));
	}

	public String eventType(EventType type) {
		return text("eventType." + type.value(), type.value());
	}

	public String eventContext(EventContext context) {
		return text("eventContext." + context.value(), context.value());
	}

	/**
	 * Return the label of a consent.
	 * @param path the path, such as {@code marketing.automatic.sms}, with or without the
	 * name of its part
	 * @return the label
	 */
	public String consent(String path) {
		String kind = PARTS_OF_CONSENT.matcher(plain(path)).replaceAll("");
		return text("consent." + kind, kind.replace('.', ' '));
	}

	/**
	 * Return the label of a member of the properties of an event.
	 * @param name the name of the member
	 * @return the label
	 */
	public String property(String name) {
		return text("property." + name, name);
	}

	/**
	 * Return the words of one of ContactHub's values.
	 * @param value the value
	 * @return the words
	 */
	public String value(OpenValue value) {
		return text("value." + value.getClass().getSimpleName() + "." + value.value(), value.value());
	}

	private String text(String key, String name) {
		Locale locale = LocaleContextHolder.getLocale();
		String text = this.messages.getMessage(key, null, null, locale);
		return (text != null) ? text : readable(name);
	}

	private static String plain(String path) {
		String dotted = path.startsWith("/") ? path.substring(1).replace('/', '.') : path;
		String plain = INDEX.matcher(dotted).replaceAll("");
		return StringUtils.trimTrailingCharacter(plain, '.');
	}

	private static String readable(String name) {
		String words = (name.contains("_") || name.equals(name.toUpperCase(Locale.ROOT)))
				? name.replace('_', ' ').toLowerCase(Locale.ROOT)
				: name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
		return StringUtils.capitalize(words);
	}

}
