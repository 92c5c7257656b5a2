package io.contacthub.samples.desk.find;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import io.contacthub.samples.desk.layout.ReaderDates;
import io.contacthub.samples.desk.panel.Panel;
import io.contacthub.samples.desk.panel.Panels;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The list of customers: searched, filtered, sorted and by pages, all of it in its
 * address.
 */
@Controller
@RequestMapping(ListPlace.PATH)
class ListController {

	private final ListPage page;

	private final KnownTags tags;

	private final KnownCities cities;

	private final Panels panels;

	ListController(ListPage page, KnownTags tags, KnownCities cities, Panels panels) {
		this.page = page;
		this.tags = tags;
		this.cities = cities;
		this.panels = panels;
	}

	/**
	 * Show the list, or only its results to the script that asks for them while somebody
	 * types.
	 */
	@GetMapping
	String list(@ModelAttribute("filter") CustomerFilter filter, BindingResult result,
			@PageableDefault(size = ListPlace.USUAL_SIZE) Pageable pageable, ReaderDates dates, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		FilterChecks.check(filter, result);
		ListPlace place = ListPlace.of(filter, pageable);
		boolean typing = request.getHeader("HX-Request") != null
				&& request.getHeader("HX-History-Restore-Request") == null;
		Panel<Page<CustomerRow>> found = typing ? this.page.showResults(place, pageable.getPageNumber(), dates, model)
				: this.page.show(place, pageable.getPageNumber(), dates, model);
		if (found != null && !found.isLoaded()) {
			response.setStatus(found.trouble().kind().status().value());
		}
		if (found != null && found.isLoaded() && isBeyond(found.value())) {
			return "redirect:" + place.address(found.value().getTotalPages());
		}
		String address = place.address(pageable.getPageNumber() + 1);
		request.getSession().setAttribute(CustomerList.LAST, address);
		if (typing) {
			// the choice of the order is not taken away from somebody who is choosing
			model.addAttribute("sorted", !"find-form".equals(request.getHeader("HX-Trigger")));
			response.setHeader("HX-Push-Url", request.getContextPath() + address);
		}
		return typing ? "find/results" : ListPage.VIEW;
	}

	private static boolean isBeyond(Page<?> page) {
		return page.getTotalPages() > 0 && page.getNumber() >= page.getTotalPages();
	}

	/**
	 * Show what helps somebody who finds nobody, to the script that asks for it once
	 * nobody types.
	 */
	@GetMapping("/hints")
	String hints(@ModelAttribute("filter") CustomerFilter filter, BindingResult result,
			@PageableDefault(size = ListPlace.USUAL_SIZE) Pageable pageable, ReaderDates dates, Model model) {
		this.page.showHints(ListPlace.of(filter, pageable), dates, model);
		return "find/parts :: hints";
	}

	@GetMapping("/tags")
	String tags(Model model) {
		return suggest(this.tags::tags, model);
	}

	@GetMapping("/cities")
	String cities(Model model) {
		return suggest(() -> this.cities.customers().keySet(), model);
	}

	private String suggest(Supplier<Collection<String>> reader, Model model) {
		Panel<Collection<String>> known = this.panels.await(this.panels.load(reader), Panels.SHORTLY);
		model.addAttribute("suggestions", known.isLoaded() ? known.value() : List.of());
		return "find/suggestions";
	}

}
