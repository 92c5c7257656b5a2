package io.contacthub.autoconfigure.tracing;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.TraceIdSupplier;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration that has requests name the trace that they belong to, where the
 * application has a {@link Tracer}.
 */
@AutoConfiguration(before = ContactHubAutoConfiguration.class)
@ConditionalOnClass(Tracer.class)
public final class ContactHubTracingAutoConfiguration {

	ContactHubTracingAutoConfiguration() {
	}

	@Bean
	TraceIdSupplier contactHubTraceId(ObjectProvider<Tracer> tracers) {
		SingletonSupplier<Tracer> tracer = SingletonSupplier.ofNullable(tracers::getIfUnique);
		return () -> traceId(tracer.get());
	}

	private static @Nullable String traceId(@Nullable Tracer tracer) {
		Span span = (tracer != null) ? tracer.currentSpan() : null;
		return (span != null) ? span.context().traceId() : null;
	}

}
