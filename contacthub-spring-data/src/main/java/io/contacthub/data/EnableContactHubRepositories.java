package io.contacthub.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.beans.factory.support.BeanNameGenerator;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.data.repository.config.DefaultRepositoryBaseClass;
import org.springframework.data.repository.query.QueryLookupStrategy;

/**
 * Find the interfaces that extend {@link ContactHubRepository}, and implement them.
 * Spring Boot does so by itself in the packages of the application; this is to say which
 * packages, and which node when there are several.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Import(ContactHubRepositoriesRegistrar.class)
public @interface EnableContactHubRepositories {

	/**
	 * Alias for {@link #basePackages()}.
	 * @return the packages
	 */
	@AliasFor("basePackages")
	String[] value() default {};

	/**
	 * The packages to look into, with those below them; that of the annotated class
	 * unless any is given.
	 * @return the packages
	 */
	@AliasFor("value")
	String[] basePackages() default {};

	/**
	 * Classes whose packages are looked into, as {@link #basePackages()}.
	 * @return the classes
	 */
	Class<?>[] basePackageClasses() default {};

	/**
	 * The name of the bean of type {@link io.contacthub.Node} whose customers and events
	 * these are; the only or primary one unless a name is given.
	 * @return the name of the bean
	 */
	String nodeRef() default "";

	/**
	 * Which of the interfaces are implemented; all unless any is given.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Which of the interfaces are not implemented.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * How a class is named that implements methods of an interface itself.
	 * @return what is appended to the name of the interface
	 */
	String repositoryImplementationPostfix() default "Impl";

	/**
	 * Where named queries of Spring Data are read from; ContactHub's repositories have
	 * none.
	 * @return the location
	 */
	String namedQueriesLocation() default "";

	/**
	 * Where the query of a method comes from.
	 * @return the strategy: {@code CREATE_IF_NOT_FOUND} takes that of a
	 * {@link ContactHubQuery}, else that of the name; {@code CREATE} the name;
	 * {@code USE_DECLARED_QUERY} refuses a method without the annotation
	 */
	QueryLookupStrategy.Key queryLookupStrategy() default QueryLookupStrategy.Key.CREATE_IF_NOT_FOUND;

	/**
	 * The factory of the beans.
	 * @return the class
	 */
	Class<?> repositoryFactoryBeanClass() default ContactHubRepositoryFactoryBean.class;

	/**
	 * The class that implements what {@link ContactHubRepository} declares.
	 * @return the class
	 */
	Class<?> repositoryBaseClass() default DefaultRepositoryBaseClass.class;

	/**
	 * How the beans are named.
	 * @return the class of the generator
	 */
	Class<? extends BeanNameGenerator> nameGenerator() default BeanNameGenerator.class;

	/**
	 * Whether interfaces within classes are looked at.
	 * @return {@code true} when they are
	 */
	boolean considerNestedRepositories() default false;

	/**
	 * When the interfaces are implemented.
	 * @return the mode; with another one than the default, a method that is refused is
	 * told when the repository is used for the first time
	 */
	BootstrapMode bootstrapMode() default BootstrapMode.DEFAULT;

}
