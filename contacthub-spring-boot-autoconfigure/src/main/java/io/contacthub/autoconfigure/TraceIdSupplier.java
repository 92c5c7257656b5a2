package io.contacthub.autoconfigure;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Supplier of the id of the trace that the present thread works for, {@code null} for
 * none. For this library.
 */
@FunctionalInterface
public interface TraceIdSupplier extends Supplier<@Nullable String> {

}
