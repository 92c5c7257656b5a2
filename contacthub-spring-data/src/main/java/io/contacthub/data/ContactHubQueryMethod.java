package io.contacthub.data;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.KotlinDetector;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.data.repository.query.DefaultParameters;
import org.springframework.data.repository.query.Parameter;
import org.springframework.data.repository.query.QueryMethod;
import org.springframework.util.ClassUtils;

/**
 * Method of a repository that finds something.
 */
final class ContactHubQueryMethod extends QueryMethod {

	private final Method method;

	private final RepositoryMetadata metadata;

	private final ProjectionFactory projections;

	private final List<ExtendedCondition> extendedConditions;

	ContactHubQueryMethod(Method method, RepositoryMetadata metadata, ProjectionFactory projections) {
		super(method, metadata, projections, DefaultParameters::new);
		this.method = method;
		this.metadata = metadata;
		this.projections = projections;
		if (KotlinDetector.isSuspendingFunction(method)) {
			throw refused("it is suspending, and would block",
					"Have it be a plain function, and call it within withContext(Dispatchers.IO)");
		}
		this.extendedConditions = extendedConditions();
	}

	private List<ExtendedCondition> extendedConditions() {
		List<ExtendedCondition> conditions = new ArrayList<>();
		for (int index = 0; index < valueCount(); index++) {
			ExtendedProperty property = this.method.getParameters()[valueParameter(index).getIndex()]
				.getAnnotation(ExtendedProperty.class);
			if (property != null) {
				conditions.add(ExtendedCondition.of(this, property, index));
			}
			else if (!conditions.isEmpty()) {
				throw refused("the parameter behind that of the extended property '" + conditions.get(0).field()
						+ "' belongs to no condition", "Put the parameters of extended properties last");
			}
		}
		return conditions;
	}

	/**
	 * Return the conditions on extended properties, whose values are the last ones.
	 */
	List<ExtendedCondition> extended() {
		return this.extendedConditions;
	}

	/**
	 * Return the number of parameters that are values of the query, and not a page, an
	 * order or the like.
	 */
	int valueCount() {
		return getParameters().getBindableParameters().getNumberOfParameters();
	}

	Parameter valueParameter(int index) {
		return getParameters().getBindableParameter(index);
	}

	/**
	 * Return the type of the elements of a collection or array, {@code Object} when it is
	 * not known.
	 */
	Class<?> elementType(int index) {
		ResolvableType type = ResolvableType.forMethodParameter(this.method, valueParameter(index).getIndex());
		ResolvableType element = type.isArray() ? type.getComponentType() : type.as(Iterable.class).getGeneric();
		return element.resolve(Object.class);
	}

	@Nullable String declaredQuery() {
		ContactHubQuery query = AnnotatedElementUtils.findMergedAnnotation(this.method, ContactHubQuery.class);
		return (query != null) ? query.value() : null;
	}

	boolean deletesFound() {
		return this.method.isAnnotationPresent(DeletesFound.class);
	}

	/**
	 * Return whether the result is one of these types, primitive or not.
	 */
	boolean returns(Class<?>... types) {
		return List.of(types).contains(returnType());
	}

	Class<?> returnType() {
		return ClassUtils.resolvePrimitiveIfNecessary(this.method.getReturnType());
	}

	Class<?> domainType() {
		return this.metadata.getDomainType();
	}

	ProjectionFactory projections() {
		return this.projections;
	}

	/**
	 * Return the interface and the method, as messages name it.
	 */
	String description() {
		return ClassUtils.getShortName(this.metadata.getRepositoryInterface()) + "." + this.method.getName();
	}

	UnsupportedQueryMethodException refused(String reason, String remedy) {
		return new UnsupportedQueryMethodException(description(), reason, remedy);
	}

}
