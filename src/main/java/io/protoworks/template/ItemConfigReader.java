package io.protoworks.template;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.Json;
import io.protoworks.platform.JsonObject;
import io.protoworks.template.ItemConfig.CheckboxConfig;
import io.protoworks.template.ItemConfig.CheckboxLabels;
import io.protoworks.template.ItemConfig.DateConfig;
import io.protoworks.template.ItemConfig.NumberConfig;
import io.protoworks.template.ItemConfig.NumberRangeConfig;
import io.protoworks.template.ItemConfig.OutOfRange;
import io.protoworks.template.ItemConfig.PhotoCaptureConfig;
import io.protoworks.template.ItemConfig.PhotoSource;
import io.protoworks.template.ItemConfig.RangePoint;
import io.protoworks.template.ItemConfig.SignatureConfig;
import io.protoworks.template.ItemConfig.TextMultiConfig;
import io.protoworks.template.ItemConfig.TextSingleConfig;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads configs of items from JSON, in the form of their types, with the defaults filled in. */
public final class ItemConfigReader {
  private static final Json EMPTY = new Json("{}");

  private ItemConfigReader() {}

  /** A config as it is stored, which was checked when it was saved. */
  public static ItemConfig read(ItemType type, @Nullable Json json) {
    JsonObject object = JsonObject.parse("", json == null ? EMPTY : json);
    ItemConfig config = read(type, object);
    object.end();
    if (!object.problems().isEmpty()) {
      throw new IllegalStateException("a stored config is malformed: " + object.problems());
    }
    return config;
  }

  /** A config of anybody's; what is wrong with it the object collects. */
  static ItemConfig read(ItemType type, JsonObject object) {
    return switch (type) {
      case CHECKBOX_OK_NOK_NA -> checkbox(object);
      case TEXT_SINGLE ->
          new TextSingleConfig(
              object.integer("minLength"),
              object.integer("maxLength"),
              object.text("pattern"),
              object.texts("options"));
      case TEXT_MULTI -> new TextMultiConfig(object.integer("maxLength"));
      case NUMBER -> number(object);
      case NUMBER_RANGE -> numberRange(object);
      case PHOTO_CAPTURE ->
          new PhotoCaptureConfig(
              object.integer("min", 1),
              object.integer("max", 10),
              object.constant("source", PhotoSource.class, PhotoSource.ANY),
              object.bool("geoRequired", false),
              object.bool("beforeAfter", false));
      case DATE ->
          new DateConfig(
              object.bool("withTime", false),
              object.bool("notFuture", false),
              object.date("min"),
              object.date("max"));
      case SIGNATURE ->
          new SignatureConfig(
              object.constants("companyTypes", CompanyType.class),
              object.constants("roles", UserRole.class),
              object.text("meaning"));
    };
  }

  /**
   * Where the JSON holds what a config's component holds, by their paths.
   *
   * @param path ends with the component's name
   */
  static String storedPath(String path) {
    return path.replaceFirst("\\b(?:minPhotos|earliest)$", "min")
        .replaceFirst("\\b(?:maxPhotos|latest)$", "max");
  }

  private static CheckboxConfig checkbox(JsonObject object) {
    return new CheckboxConfig(
        object.bool("naAllowed", true),
        object.bool("naRequiresNote", false),
        object.bool("nokRequiresPendency", true),
        object.constant("nokDefaultType", PendencyType.class, PendencyType.PB),
        object.bool("photoOnNok", false),
        object.object(
            "labels",
            labels -> new CheckboxLabels(labels.text("ok"), labels.text("nok"), labels.text("na"))),
        object.bool("energization", false));
  }

  private static NumberConfig number(JsonObject object) {
    return new NumberConfig(
        object.text("unit"),
        object.integer("decimals"),
        object.decimal("hardMin"),
        object.decimal("hardMax"),
        object.bool("instrumentRequired", false),
        object.bool("showPrevious", false),
        object.bool("naAllowed", false));
  }

  private static NumberRangeConfig numberRange(JsonObject object) {
    List<RangePoint> points =
        object.objects(
            "points",
            point ->
                new RangePoint(
                    Objects.requireNonNullElse(point.text("point"), ""),
                    point.decimal("min"),
                    point.decimal("max")));
    return new NumberRangeConfig(
        object.text("unit"),
        object.integer("decimals"),
        points == null ? List.of() : points,
        object.bool("inclusive", true),
        object.constant("outOfRange", OutOfRange.class, OutOfRange.REQUIRE_PENDENCY),
        object.constant("defaultType", PendencyType.class, PendencyType.PB),
        object.bool("instrumentRequired", false));
  }
}
