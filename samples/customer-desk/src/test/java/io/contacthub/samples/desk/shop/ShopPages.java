package io.contacthub.samples.desk.shop;

import java.util.List;
import java.util.function.Consumer;

import io.contacthub.samples.desk.Chromium;
import io.contacthub.samples.desk.DeskPage;

/**
 * The pages of the shop and their states, whose layout is looked at.
 */
public final class ShopPages {

	private ShopPages() {
	}

	/**
	 * Returns the pages.
	 */
	public static List<DeskPage> all() {
		return List.of(page("shop", "/shop", (browser) -> {
		}), page("product of the shop", "/shop/products/cups", ShopPages::agree),
				page("sign-up", "/shop/signup", (browser) -> {
				}), page("sign-up refused", "/shop/signup", (browser) -> {
					browser.press("Sign up");
					browser.awaitText("Please look at this again");
				}), page("signed up", "/shop", (browser) -> {
					agree(browser);
					browser.open("/shop/signup");
					browser.fill("First name", "Grace");
					browser.fill("Last name", "Hopper");
					browser.fill("E-mail", "grace@example.com");
					browser.press("Sign up");
					browser.awaitText("Welcome, Grace");
				}));
	}

	private static void agree(Chromium browser) {
		browser.press("Yes, remember my visit");
		browser.awaitText("We remember what you look at");
	}

	private static DeskPage page(String name, String path, Consumer<Chromium> way) {
		return new DeskPage(name, null, (visit) -> {
			visit.chromium().open(path);
			way.accept(visit.chromium());
		});
	}

}
