package io.contacthub.autoconfigure;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.aop.Advisor;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.Pointcuts;
import org.springframework.aop.support.RootClassFilter;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * Tests for the beans of the client behind proxies, and in place of which there are
 * mocks.
 */
@DisplayName("The beans of the client")
class ProxiesAndMocksTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1");

	@Test
	@DisplayName("can all be injected lazily")
	void areLazy() {
		this.runner.withUserConfiguration(LazyBeans.class)
			.run((context) -> assertThat(context.getBean(LazyBeans.class).describe()).isEqualTo("Workspace[w1] n1 0"));
	}

	@Test
	@DisplayName("can all have aspects, also where Spring makes proxies of classes")
	void haveAspects() {
		this.runner.withUserConfiguration(Aspects.class).run((context) -> {
			context.getBean(Workspace.class).id();
			context.getBean(Node.class).id();
			context.getBean(EventPublisher.class).queued();
			assertThat(context.getBean(CustomerRepository.class)).isNotNull();
			assertThat(context.getBean(EventRepository.class)).isNotNull();
			assertThat(context.getBean(Aspects.class).calls).contains("id", "queued", "customers", "events");
		});
	}

	@Test
	@DisplayName("can be replaced by beans of a scope")
	void haveScopes() {
		this.runner.withUserConfiguration(Scoped.class)
			.run((context) -> assertThat(context.getBean(LazyBeans.class).describe()).isEqualTo("Workspace[w1] n1 0"));
	}

	@Test
	@DisplayName("need a token at start where something needs them, and say so")
	void needToken() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.node-id=n1")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("'contacthub.token' is missing or blank"));
	}

	@Nested
	@DisplayName("need no token")
	@SpringBootTest(classes = Application.class)
	class WithMocks {

		@MockitoBean
		private CustomerRepository customers;

		@MockitoBean
		private EventRepository events;

		@Autowired
		private ApplicationContext context;

		@Test
		@DisplayName("where a test replaces the repositories, with a publisher and the health of the node")
		void needNoToken() {
			given(this.customers.count()).willReturn(7L);
			assertThat(this.context.getBean(CustomerRepository.class).count()).isEqualTo(7);
			assertThat(this.context.getBean(EventPublisher.class).publish(Event.of(EventType.LOGGED_IN))).isTrue();
			HealthIndicator health = this.context.getBean("contacthubHealthContributor", HealthIndicator.class);
			assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
		}

	}

	@Nested
	@DisplayName("are replaced by mocks")
	@SpringBootTest(classes = Application.class)
	class MockedNode {

		@MockitoBean
		private Workspace workspace;

		@MockitoBean
		private Node node;

		@MockitoBean
		private CustomerRepository customers;

		@MockitoBean
		private EventPublisher publisher;

		@Autowired
		private ApplicationContext context;

		@Test
		@DisplayName("of the workspace, the node and the publisher")
		void areReplacedByMocks() {
			given(this.publisher.queued()).willReturn(3);
			given(this.node.id()).willReturn("mocked");
			assertThat(this.context.getBean(EventPublisher.class).queued()).isEqualTo(3);
			assertThat(this.context.getBean(Node.class).id()).isEqualTo("mocked");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyBeans {

		private final Workspace workspace;

		private final Node node;

		private final EventPublisher publisher;

		LazyBeans(@Lazy Workspace workspace, @Lazy Node node, @Lazy EventPublisher publisher,
				@Lazy CustomerRepository customers, @Lazy EventRepository events) {
			this.workspace = workspace;
			this.node = node;
			this.publisher = publisher;
		}

		String describe() {
			return this.workspace + " " + this.node.id() + " " + this.publisher.queued();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Scoped {

		@Bean
		@Primary
		@Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.INTERFACES)
		Workspace scopedWorkspace() {
			return Workspace.builder().id("w1").token("t0ken").build();
		}

		@Bean
		@Primary
		@Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
		Node scopedNode(Workspace workspace) {
			return workspace.node("n1");
		}

		@Bean
		LazyBeans lazyBeans(Workspace workspace, Node node, EventPublisher publisher) {
			return new LazyBeans(workspace, node, publisher, node.customers(), node.events());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Aspects {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		@Bean
		static DefaultAdvisorAutoProxyCreator proxies() {
			DefaultAdvisorAutoProxyCreator proxies = new DefaultAdvisorAutoProxyCreator();
			proxies.setProxyTargetClass(true);
			return proxies;
		}

		@Bean
		Advisor advisor() {
			MethodInterceptor advice = (call) -> {
				this.calls.add(call.getMethod().getName());
				return call.proceed();
			};
			return new DefaultPointcutAdvisor(
					Pointcuts.union(of(Workspace.class),
							Pointcuts.union(of(Node.class),
									Pointcuts.union(of(EventPublisher.class),
											Pointcuts.union(of(CustomerRepository.class), of(EventRepository.class))))),
					advice);
		}

		private static StaticMethodMatcherPointcut of(Class<?> type) {
			StaticMethodMatcherPointcut pointcut = new StaticMethodMatcherPointcut() {

				@Override
				public boolean matches(Method method, Class<?> targetClass) {
					return true;
				}

			};
			pointcut.setClassFilter(new RootClassFilter(type));
			return pointcut;
		}

	}

}
