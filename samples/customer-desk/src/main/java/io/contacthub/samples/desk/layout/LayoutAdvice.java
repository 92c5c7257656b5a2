package io.contacthub.samples.desk.layout;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/**
 * What all pages share: the sections of the desk, the language and the dates of the
 * reader. Blank fields of forms count as absent.
 */
@ControllerAdvice
public class LayoutAdvice {

	private static final ZoneId UTC = ZoneId.of("UTC");

	@InitBinder
	void bind(WebDataBinder binder, WebRequest request) {
		if (hasPartsOfValues(binder.getTargetType(), request)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
	}

	/**
	 * Return whether there is a parameter for a part of a value that has none, such as
	 * {@code q.x} for a text: the binding would look for a constructor of it.
	 */
	private static boolean hasPartsOfValues(ResolvableType type, WebRequest request) {
		Class<?> form = (type != null) ? type.resolve(Object.class) : Object.class;
		return form.isRecord() && Arrays.stream(form.getRecordComponents())
			.filter((component) -> BeanUtils.isSimpleProperty(component.getType())
					|| component.getType() == MultipartFile.class)
			.anyMatch((component) -> request.getParameterMap()
				.keySet()
				.stream()
				.anyMatch((name) -> name.startsWith(component.getName() + ".")
						|| name.startsWith(component.getName() + "[")));
	}

	/**
	 * Add what the layout needs to a model, also where a failure has taken the place of a
	 * page.
	 * @param request the request
	 * @param model the model
	 */
	@ModelAttribute
	public void share(HttpServletRequest request, Model model) {
		Locale locale = RequestContextUtils.getLocale(request);
		String path = request.getServletPath();
		List<Section> sections = sections(request);
		model.addAttribute("sections", sections);
		model.addAttribute("currentSection",
				sections.stream()
					.map(Section::name)
					.filter((name) -> path.equals("/" + name) || path.startsWith("/" + name + "/"))
					.findFirst()
					.orElse(path.startsWith("/segments") ? "customers" : ""));
		model.addAttribute("language", locale.getLanguage());
		model.addAttribute("languageLinks", languageLinks(request));
		model.addAttribute("readerDates", new ReaderDates(withCountry(locale, request), zone(request)));
	}

	private static List<Section> sections(HttpServletRequest request) {
		List<Section> sections = new ArrayList<>();
		sections.add(new Section("overview", "/overview"));
		sections.add(new Section("customers", "/customers"));
		if (request.isUserInRole("EDITOR")) {
			sections.add(new Section("import", "/import"));
		}
		sections.add(new Section("shop", "/shop"));
		return sections;
	}

	/**
	 * Return the addresses of this page in each language.
	 */
	private static Map<String, String> languageLinks(HttpServletRequest request) {
		Map<String, String> links = new LinkedHashMap<>();
		Languages.KNOWN.forEach((language) -> links.put(language,
				"?" + ServletUriComponentsBuilder.fromRequest(request)
					.replaceQueryParam("lang", language)
					.build()
					.getQuery()));
		return links;
	}

	/**
	 * Return a language with the country that the browser has for it, since dates are
	 * written by both.
	 */
	private static Locale withCountry(Locale language, HttpServletRequest request) {
		return Collections.list(request.getLocales())
			.stream()
			.filter((locale) -> locale.getLanguage().equals(language.getLanguage()))
			.findFirst()
			.orElse(language);
	}

	private static ZoneId zone(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, "zone");
		if (cookie == null) {
			return UTC;
		}
		try {
			return ZoneId.of(URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8));
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			return UTC;
		}
	}

}
