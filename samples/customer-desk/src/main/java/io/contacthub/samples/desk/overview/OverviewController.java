package io.contacthub.samples.desk.overview;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.contacthub.samples.desk.layout.Labels;
import io.contacthub.samples.desk.layout.ReaderDates;
import io.contacthub.samples.desk.panel.Panel;
import io.contacthub.samples.desk.panel.Panels;
import io.contacthub.samples.desk.panel.Recent;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page that the desk opens with. Its panels are loaded at the same time, once for all
 * who look within a minute; those that are not there soon are left to the browser, which
 * asks for each of them, and gets what is on its way.
 */
@Controller
class OverviewController {

	private static final Duration SOON = Duration.ofMillis(700);

	private final CustomerFigures customers;

	private final EventFigures events;

	private final ServiceHealth health;

	private final Panels panels;

	private final Recent recent;

	private final Labels labels;

	private final MessageSource messages;

	OverviewController(CustomerFigures customers, EventFigures events, ServiceHealth health, Panels panels,
			Recent recent, Labels labels, MessageSource messages) {
		this.customers = customers;
		this.events = events;
		this.health = health;
		this.panels = panels;
		this.recent = recent;
		this.labels = labels;
		this.messages = messages;
	}

	@GetMapping("/")
	String home() {
		return "redirect:/overview";
	}

	/**
	 * Show the page.
	 * @param complete whether to wait for all panels, for browsers without scripts
	 */
	@GetMapping("/overview")
	String show(@RequestParam(defaultValue = "false") boolean complete, ReaderDates dates, Model model) {
		Map<OverviewPanel, CompletableFuture<Panel<Drawing>>> loading = new EnumMap<>(OverviewPanel.class);
		for (OverviewPanel panel : OverviewPanel.values()) {
			loading.put(panel, load(panel, dates.zone()));
		}
		CompletableFuture<Void> all = CompletableFuture.allOf(loading.values().toArray(CompletableFuture[]::new));
		Duration patience = complete ? this.panels.left() : SOON;
		all.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).join();
		List<ShownPanel> shown = Arrays.stream(OverviewPanel.values())
			.map((panel) -> shown(panel, loading.get(panel).getNow(null), dates))
			.toList();
		model.addAttribute("panels", shown);
		model.addAttribute("waiting", shown.stream().anyMatch(ShownPanel::isPending));
		return "overview/overview";
	}

	@GetMapping("/overview/panels/{id}")
	String show(@PathVariable String id, ReaderDates dates, Model model) {
		OverviewPanel panel = Arrays.stream(OverviewPanel.values())
			.filter((each) -> each.id().equals(id))
			.findAny()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("panel", shown(panel, this.panels.await(load(panel, dates.zone())), dates));
		return "overview/panel";
	}

	/**
	 * Load a panel, or take up what somebody has loaded a short while ago.
	 */
	private CompletableFuture<Panel<Drawing>> load(OverviewPanel panel, ZoneId zone) {
		return this.recent.load(List.of(panel, zone), () -> this.panels.load(() -> read(panel, zone)),
				(loaded) -> panel.isKept() && loaded.isLoaded() && loaded.value().isWhole());
	}

	private Drawing read(OverviewPanel panel, ZoneId zone) {
		return switch (panel) {
			case FIGURES -> this.customers.figures(zone);
			case HEALTH -> Drawing.of(this.health.state());
			case EVENTS -> Drawing.of(this.events.byDay(), OverviewCharts::events);
			case GROWTH -> Drawing.of(this.customers.growth(), OverviewCharts::growth);
			case TAGS -> Drawing.of(this.customers.tags(), OverviewCharts::tags);
			case CITIES -> Drawing.of(this.customers.cities(), OverviewCharts::cities);
			case NEWEST -> Drawing.of(this.customers.newest());
		};
	}

	private ShownPanel shown(OverviewPanel panel, Panel<Drawing> loaded, ReaderDates dates) {
		if (loaded == null) {
			return new ShownPanel(panel, null);
		}
		MessageSourceAccessor words = new MessageSourceAccessor(this.messages, LocaleContextHolder.getLocale());
		OverviewCharts charts = new OverviewCharts(words, this.labels, dates);
		return new ShownPanel(panel, loaded.map((drawing) -> drawing.apply(charts)));
	}

}
