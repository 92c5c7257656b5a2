package io.contacthub.emulator.habit;

import java.net.URI;

import io.contacthub.emulator.habit.Wire.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the ways on which programs go from a conflict to a changed customer.
 */
@DisplayName("After a conflict")
@ParameterizedClass(name = "in a workspace as {0}")
@EnumSource(Workspace.class)
class ConflictHabitTests extends AbstractHabitTests {

	private static final String SAME = "'base':{'firstName':'Bea','contacts':{'email':'ann@example.com'}}";

	private static Answer conflict(Wire wire, ApiUser user) {
		Answer answer = wire.send(user, "POST", "customers", "{'nodeId':'{node}'," + SAME + "}");
		assertThat(answer.status()).isEqualTo(409);
		return answer;
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource(names = { "PYTHON", "SFRA", "BROWSER" })
	@DisplayName("the customer that is told can be changed")
	void toldCustomerIsChanged(ApiUser user) {
		String id = create(user, ",'extra':'kept'");
		String told = conflict(wire, user).at("/data/customer/id").stringValue();
		assertThat(told).isEqualTo(id);
		Answer changed = wire.send(user, "PATCH", "customers/" + told, "{" + SAME + "}");
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(changed.at("/base/firstName").stringValue()).isEqualTo("Bea");
		assertThat(changed.at("/extra").stringValue()).isEqualTo("kept");
	}

	@Test
	@DisplayName("the shop of Magento changes the customer behind the link, through which it is reached")
	void linkLeadsToCustomer() {
		String id = create(ApiUser.MAGENTO, "");
		URI link = URI.create(conflict(wire, ApiUser.MAGENTO).at("/data/customer/href").stringValue());
		assertThat(link.getScheme()).isEqualTo("http");
		assertThat(link.getHost()).isEqualTo("127.0.0.1");
		assertThat(link.getPort()).isEqualTo(emulator.port());
		Answer changed = wire.send(ApiUser.MAGENTO, "PATCH", link.getPath(), "{'id':'" + id + "'," + SAME + "}");
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(changed.id()).isEqualTo(id);
		assertThat(changed.at("/base/firstName").stringValue()).isEqualTo("Bea");
	}

	@Test
	@DisplayName(".NET replaces the customer")
	void customerIsReplaced() {
		String id = create(ApiUser.DOTNET, ",'extra':'gone'");
		String told = conflict(wire, ApiUser.DOTNET).at("/data/customer/id").stringValue();
		Answer replaced = wire.send(ApiUser.DOTNET, "PUT", "customers/" + told,
				"{'id':'" + told + "','nodeId':'{node}','enabled':true," + SAME + "}");
		assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
		assertThat(replaced.id()).isEqualTo(id);
		assertThat(replaced.at("/extra").isNull()).isTrue();
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("programs find words and id in the message")
	@CsvSource({ "NODE", "GO", "JAVA" })
	void messageTellsCustomer(ApiUser user) {
		String id = create(user, "");
		assertThat(conflict(wire, user).at("/message").stringValue()).isEqualTo("Conflict with exiting customer " + id);
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("a page or shop whose token is not trusted is not told with whom")
	@EnumSource(names = { "BROWSER", "MAGENTO" })
	void untrustedIsNotTold(ApiUser user) {
		create(user, "");
		Answer conflict = conflict(new Wire(emulator, "page"), user);
		assertThat(conflict.at("/data/customer").isMissingNode()).isTrue();
		assertThat(conflict.at("/message").stringValue()).startsWith("Conflict");
	}

}
