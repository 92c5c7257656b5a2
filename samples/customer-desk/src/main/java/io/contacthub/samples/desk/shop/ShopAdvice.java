package io.contacthub.samples.desk.shop;

import java.util.Optional;

import io.contacthub.customer.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.SessionAttribute;

/**
 * What all pages of the shop show: whether the visitor has agreed, and who they are once
 * they have signed up.
 */
@ControllerAdvice(basePackageClasses = ShopAdvice.class)
class ShopAdvice {

	@ModelAttribute("agreed")
	boolean agreed(Optional<SessionId> visitor) {
		return visitor.isPresent();
	}

	@ModelAttribute("declined")
	boolean declined(HttpServletRequest request) {
		return VisitAnswer.isDeclined(request);
	}

	@ModelAttribute("member")
	@Nullable Member member(@SessionAttribute(name = Member.ATTRIBUTE, required = false) @Nullable Member member) {
		return member;
	}

}
