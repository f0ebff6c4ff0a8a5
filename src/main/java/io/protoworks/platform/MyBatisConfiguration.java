package io.protoworks.platform;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.ibatis.session.AutoMappingUnknownColumnBehavior;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.mybatis.spring.annotation.MapperScan;
import org.mybatis.spring.boot.autoconfigure.ConfigurationCustomizer;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Makes MyBatis read rows into records by index and take our parameter types. */
@Configuration(proxyBeanMethods = false)
@MapperScan(
    basePackages = "io.protoworks",
    annotationClass = org.apache.ibatis.annotations.Mapper.class)
class MyBatisConfiguration {
  private static final String ROOT_PACKAGE = "io.protoworks";

  @Bean
  ConfigurationCustomizer rowMapping() {
    return configuration -> {
      configuration.setMapUnderscoreToCamelCase(true);
      configuration.setAutoMappingUnknownColumnBehavior(AutoMappingUnknownColumnBehavior.FAILING);
      // One cursor or statement at a time per request: the first-level cache would only hide reads.
      configuration.setLocalCacheScope(org.apache.ibatis.session.LocalCacheScope.STATEMENT);
      registerParameters(configuration.getTypeHandlerRegistry());
      registerForms(configuration.getTypeHandlerRegistry());
      registerRows(configuration);
    };
  }

  private static void registerParameters(TypeHandlerRegistry handlers) {
    handlers.setDefaultEnumTypeHandler(ParameterHandlers.Enumeration.class);
    handlers.register(UUID.class, new ParameterHandlers.Uuid());
    handlers.register(UUID[].class, new ParameterHandlers.ArrayOf<UUID>("uuid"));
    handlers.register(String[].class, new ParameterHandlers.ArrayOf<String>("text"));
    handlers.register(Integer[].class, new ParameterHandlers.ArrayOf<Integer>("int4"));
    handlers.register(Long[].class, new ParameterHandlers.ArrayOf<Long>("int8"));
    handlers.register(Boolean[].class, new ParameterHandlers.ArrayOf<Boolean>("bool"));
    handlers.register(Json.class, ParameterHandlers.json());
    handlers.register(InetAddress.class, ParameterHandlers.address());
  }

  private static void registerForms(TypeHandlerRegistry handlers) {
    for (Class<?> form : classes(JsonForm.class)) {
      if (form.isInterface()) {
        register(handlers, form.arrayType(), new ParameterHandlers.Forms());
      } else {
        register(handlers, form, ParameterHandlers.form());
      }
    }
  }

  @SuppressWarnings("unchecked") // a handler of all forms takes each of them
  private static <T> void register(
      TypeHandlerRegistry handlers, Class<T> type, TypeHandler<?> handler) {
    handlers.register(type, (TypeHandler<T>) handler);
  }

  private static void registerRows(org.apache.ibatis.session.Configuration configuration) {
    for (Class<?> type : classes(Row.class).stream().filter(Class::isRecord).toList()) {
      configuration.getTypeAliasRegistry().registerAlias(type);
      registerRow(configuration.getTypeHandlerRegistry(), type.asSubclass(Record.class));
    }
  }

  /** Ours that are of a type; a sealed interface of records is one, too. */
  private static List<? extends Class<?>> classes(Class<?> type) {
    var scanner =
        new ClassPathScanningCandidateComponentProvider(false) {
          @Override
          protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return definition.getMetadata().isIndependent();
          }
        };
    scanner.addIncludeFilter(new AssignableTypeFilter(type));
    return scanner.findCandidateComponents(ROOT_PACKAGE).stream()
        .map(candidate -> Objects.requireNonNull(candidate.getBeanClassName()))
        .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
        .filter(found -> found != type)
        .toList();
  }

  private static <T extends Record> void registerRow(TypeHandlerRegistry handlers, Class<T> type) {
    handlers.register(type, new RowHandler<>(type));
  }
}
