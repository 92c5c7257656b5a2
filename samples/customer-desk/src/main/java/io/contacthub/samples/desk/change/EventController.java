package io.contacthub.samples.desk.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.samples.desk.form.Forms;
import io.contacthub.samples.desk.layout.Message;
import io.contacthub.samples.desk.layout.ReaderDates;
import io.contacthub.samples.desk.security.Audit;
import io.contacthub.samples.desk.security.AuditAction;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The form that adds an event, with the fields of its type.
 */
@Controller
@RequestMapping("/customers/{id}/events/new")
class EventController {

	private static final int MOST_ROWS = 20;

	private final EventRepository events;

	private final EventTypes types;

	private final Whose whose;

	private final Forms forms;

	private final Audit audit;

	EventController(EventRepository events, EventTypes types, Whose whose, Forms forms, Audit audit) {
		this.events = events;
		this.types = types;
		this.whose = whose;
		this.forms = forms;
		this.audit = audit;
	}

	@ModelAttribute
	void types(Model model) {
		model.addAttribute("commonTypes", this.types.common());
		model.addAttribute("otherTypes", this.types.others());
		model.addAttribute("needed", List.of("context"));
	}

	@GetMapping
	String choose(@PathVariable String id, Model model) {
		this.whose.show(id, model);
		return "change/event";
	}

	@GetMapping(params = "type")
	String open(@PathVariable String id, @RequestParam EventType type, ReaderDates readerDates, Model model) {
		this.whose.show(id, model);
		EventContext context = EventTypes.context(type);
		Map<String, Object> initial = (context != null) ? Map.of("context", context.value()) : Map.of();
		show(InputForm.fresh(EventInputs.of(type, 1), readerDates.zone(), initial), type, 1, model);
		return "change/event";
	}

	/**
	 * Show the form once more, as it was filled in, with room for one more element of a
	 * list.
	 */
	@PostMapping(params = "step=more")
	String addRow(@RequestParam EventType type, @RequestParam(defaultValue = "1") int rows, ReaderDates readerDates,
			@RequestParam MultiValueMap<String, String> sent, Model model) {
		int more = Math.min(rows + 1, MOST_ROWS);
		show(InputForm.sent(EventInputs.of(type, more), readerDates.zone(), sent), type, more, model);
		EventInputs.rows(type).ifPresent((name) -> model.addAttribute("open", name + "-" + more));
		return "change/event";
	}

	@PostMapping
	String add(@PathVariable String id, @RequestParam EventType type, @RequestParam(defaultValue = "1") int rows,
			ReaderDates readerDates, @RequestParam MultiValueMap<String, String> sent, Model model,
			RedirectAttributes redirect) {
		int shown = Math.min(rows, MOST_ROWS);
		InputForm form = InputForm.sent(EventInputs.of(type, shown), readerDates.zone(), sent).require("context");
		show(form, type, shown, model);
		return this.forms.submit(form.result(), model, "change/event", () -> {
			Map<String, Object> properties = new LinkedHashMap<>();
			Map<String, Object> document = new LinkedHashMap<>(Map.of("type", type, "properties", properties));
			form.applyTo(document);
			EventInputs.listRows(type, properties);
			this.events.add(Event.of(document).byCustomerId(id));
			this.audit.written(AuditAction.EVENT_ADD, id);
			redirect.addFlashAttribute("message", Message.of("change.event.added"));
			return Redirects.toCustomer(id);
		});
	}

	private static void show(InputForm form, EventType type, int rows, Model model) {
		form.show(model);
		model.addAttribute("type", type);
		model.addAttribute("rows", rows);
		model.addAttribute("repeated", EventInputs.rows(type).orElse(null));
	}

}
