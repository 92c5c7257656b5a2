package io.contacthub.autoconfigure;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The id of the trace that the present thread works for, {@code null} for none.
 */
@FunctionalInterface
interface TraceId extends Supplier<@Nullable String> {

}
