package counterexamples;

import static java.lang.Thread.sleep;

import graphql.schema.DataFetchingEnvironment;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

/** Each class is what one rule of {@code ArchitectureRules} forbids, and is named for how. */
@SuppressWarnings("unused")
final class WrongClasses {
  private WrongClasses() {}

  @Controller
  public static class PublicController {}

  @RestController
  public static class PublicRestController {}

  @Mapper
  public interface PublicMapper {
    List<String> list();
  }

  public static class PublicEdges implements GraphModule {
    @Override
    public void declare(Graph graph) {}
  }

  record CallsMapper(PublicMapper mapper) {
    List<String> list() {
      return mapper.list();
    }
  }

  record RefersToMapper(PublicMapper mapper) {
    Supplier<List<String>> bound() {
      return mapper::list;
    }
  }

  static class RefersToAnyMapper {
    Function<PublicMapper, List<String>> unbound() {
      return PublicMapper::list;
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @Service
  @interface SpecialService {}

  @Service
  static class ServiceOfTheGraph {
    @Nullable DataFetchingEnvironment environment;
  }

  @SpecialService
  static class SpecialServiceOfTheGraph {
    @Nullable DataFetchingEnvironment environment;
  }

  @SpecialService
  record RightServiceOfAMapper(PublicMapper mapper) {
    List<String> list() {
      return mapper.list();
    }
  }

  static class CallsNow {
    LocalDate today(ZoneId zone) {
      return LocalDate.now(zone);
    }
  }

  static class RefersToNow {
    Supplier<Instant> now = Instant::now;
  }

  static class RefersToMillis {
    LongSupplier now = System::currentTimeMillis;
  }

  @SuppressWarnings("JavaUtilDate")
  static class RefersToDate {
    Supplier<Date> now = Date::new;
  }

  @SuppressWarnings("JavaUtilDate")
  static class CallsCalendar {
    Calendar now() {
      return Calendar.getInstance();
    }
  }

  static class RightNow {
    Instant now(Clock clock) {
      return Instant.now(clock);
    }
  }

  static class CallsClock {
    Clock clock = Clock.systemUTC();
  }

  static class RefersToClock {
    Function<ZoneId, Clock> clock = Clock::tickSeconds;
  }

  static class RefersToSource {
    Supplier<InstantSource> clock = InstantSource::system;
  }

  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.FIELD)
  @Value("${name}")
  @interface Name {}

  static class FieldOfABean {
    @Autowired @Nullable String bean;
  }

  static class FieldOfAName {
    @Name @Nullable String name;
  }

  static class StringUtils {}

  /** Never called: the rule has to see the call. */
  static class CallsSleep {
    void pause() throws InterruptedException {
      sleep(1);
    }
  }

  static class RefersToSleep {
    interface Pause {
      void pause(long length) throws InterruptedException;
    }

    Pause thread = Thread::sleep;
    Pause unit = TimeUnit.SECONDS::sleep;
  }
}
