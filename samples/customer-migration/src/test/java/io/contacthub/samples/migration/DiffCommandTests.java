package io.contacthub.samples.migration;

import java.nio.file.Files;
import java.nio.file.Path;

import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.contacthub.customer.CustomerFields.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@code diff}.
 */
@DisplayName("diff")
class DiffCommandTests {

	private final ContactHubEmulator emulator = ContactHubEmulator.builder().customers(60).start();

	private final Node node = InProcess.node(this.emulator);

	private final InProcess command = new InProcess(this.node);

	@TempDir
	private Path folder;

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@Test
	@DisplayName("finds no difference in what was exported, in both formats")
	void findsNone() {
		for (String name : new String[] { "customers.jsonl", "customers.csv" }) {
			Path file = this.folder.resolve(name);
			assertThat(this.command.call("export", file)).isZero();
			assertThat(this.command.call("diff", file)).isZero();
			assertThat(this.command.out()).isEmpty();
			assertThat(this.command.err()).isEqualTo(name + " has 60 customers, the node 60: no differences.\n");
		}
	}

	@Test
	@DisplayName("tells who is on one side only, and the members that differ, but no values unasked")
	void tellsDifferences() {
		Path file = this.folder.resolve("customers.jsonl");
		assertThat(this.command.call("export", file)).isZero();
		Customer gone = customer("C00007");
		this.node.customers().deleteById(gone.id());
		Customer changed = customer("C00009");
		this.node.customers()
			.patch(changed.id(), (patch) -> patch.set(BASE.FIRST_NAME, "Zoe").set(BASE.CONTACTS.FAX, "0815"));
		this.node.customers().insert(Customer.builder().externalId("new").build());
		assertThat(this.command.call("diff", file)).isEqualTo(1);
		assertThat(this.command.out().lines()).hasSize(3)
			.anyMatch((line) -> line.equals("+ new"))
			.anyMatch((line) -> line.matches("- C00007 \\(line \\d+\\)"))
			.anyMatch((line) -> line.matches("~ C00009 \\(line \\d+\\): base.contacts.fax, base.firstName"));
		assertThat(this.command.err()).isEqualTo("customers.jsonl has 60 customers, the node 60: "
				+ "1 only in the file, 1 only on the node, 1 differ.\n");
		assertThat(this.command.call("diff", file, "--values")).isEqualTo(1);
		assertThat(this.command.out()).contains(
				"base.contacts.fax null -> \"0815\", base.firstName \"" + changed.base().firstName() + "\" -> \"Zoe\"");
		assertThat(this.command.call("diff", file, "--limit=0")).isEqualTo(1);
		assertThat(this.command.out()).containsPattern("~ C00009 \\(line \\d+\\)\n").doesNotContain("fax");
	}

	private Customer customer(String externalId) {
		return this.node.customers().findByExternalId(externalId).orElseThrow();
	}

	@Test
	@DisplayName("compares of CSV its columns only, by the key that is meant")
	void comparesColumns() throws Exception {
		Customer customer = customer("C00003");
		String email = customer.base().contacts().email();
		Path file = Files.writeString(this.folder.resolve("customers.csv"),
				"base.contacts.email,base.lastName\n" + email + ',' + customer.base().lastName() + '\n');
		assertThat(this.command.call("diff", file)).isEqualTo(1);
		assertThat(this.command.err()).contains("0 only in the file, 59 only on the node, 0 differ.");
		Files.writeString(file, "base.contacts.email,base.lastName\n" + email + ",Other\n");
		assertThat(this.command.call("diff", file)).isEqualTo(1);
		assertThat(this.command.out()).contains("~ " + email + " (line 2): base.lastName\n");
	}

	@Test
	@DisplayName("tells rows that cannot be compared, and customers that share a key")
	void tellsIncomparable() throws Exception {
		this.emulator.reset();
		this.node.customers().insert(Customer.builder().externalId("A1").build());
		Path file = Files.writeString(this.folder.resolve("customers.csv"),
				"externalId,base.dob\nC00001,never\n,1980-02-03\n");
		assertThat(this.command.call("diff", file)).isEqualTo(1);
		assertThat(this.command.err()).contains("line 2: column 'base.dob'", "line 3: has no externalId",
				"2 rows cannot be compared");
		this.node.customers().insert(Customer.builder().externalId("A1").build());
		Files.writeString(file, "externalId\nA1\n");
		assertThat(this.command.call("diff", file)).isEqualTo(1);
		assertThat(this.command.out()).containsPattern("\\+ A1, id \\S+: one more of this externalId\n");
	}

	@Test
	@DisplayName("says when it is interrupted that not all was compared")
	void isInterrupted() throws Exception {
		Path file = Files.writeString(this.folder.resolve("customers.csv"), "externalId\nA1\n");
		Thread signal = new Thread(() -> this.command.interruption().request());
		signal.start();
		await().until(() -> this.command.interruption().isRequested());
		assertThat(this.command.call("diff", file)).isEqualTo(130);
		this.command.interruption().finished();
		assertThat(this.command.err()).isEqualTo("Stopped: not all was compared.\n");
		assertThat(this.command.out()).isEmpty();
	}

	@Test
	@DisplayName("needs a key")
	void needsKey() throws Exception {
		Path file = Files.writeString(this.folder.resolve("customers.csv"), "base.lastName\nOther\n");
		assertThat(this.command.call("diff", file)).isEqualTo(2);
		assertThat(this.command.err()).contains("Customers are compared by a key: say by --key");
	}

}
