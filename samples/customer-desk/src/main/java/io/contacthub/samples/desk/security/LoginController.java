package io.contacthub.samples.desk.security;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The pages to log in, and to go on after that.
 */
@Controller
class LoginController {

	private final DeskUsers users;

	LoginController(DeskUsers users) {
		this.users = users;
	}

	@GetMapping("/login")
	String login(Authentication user, Model model) {
		if (user != null) {
			return "redirect:/";
		}
		model.addAttribute("demo", this.users.areDemo());
		return "login";
	}

	/**
	 * Show the form that was kept, or first the page to log in that keeps it.
	 */
	@RequestMapping(Resumption.PATH)
	String again(@RequestAttribute(KeptForm.ATTRIBUTE) KeptForm form, Authentication user, Model model) {
		model.addAttribute("kept", form);
		if (user == null && !form.isPublic()) {
			model.addAttribute("prefix", KeptForm.PREFIX);
			model.addAttribute("demo", this.users.areDemo());
			return "login";
		}
		model.addAttribute("prefix", "");
		return "resume";
	}

}
