package io.contacthub.samples.desk.security;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page to log in.
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

}
