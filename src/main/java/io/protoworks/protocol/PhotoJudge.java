package io.protoworks.protocol;

import io.protoworks.attachment.Attachment;
import io.protoworks.protocol.ItemJudge.Judgement;
import io.protoworks.protocol.ItemValue.Geo;
import io.protoworks.protocol.ItemValue.Photo;
import io.protoworks.protocol.ItemValue.PhotoCaptureValue;
import io.protoworks.protocol.ItemValue.PhotoKind;
import io.protoworks.protocol.ItemValueInput.GeoInput;
import io.protoworks.protocol.ItemValueInput.PhotoCaptureValueInput;
import io.protoworks.protocol.ItemValueInput.PhotoInput;
import io.protoworks.template.ItemConfig.PhotoCaptureConfig;
import io.protoworks.template.ItemConfig.PhotoSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges photos: images that are attached to the item, as many and of what its config asks. */
final class PhotoJudge {
  private final ItemContext context;
  private final ItemFindings findings;

  PhotoJudge(ItemContext context, ItemFindings findings) {
    this.context = context;
    this.findings = findings;
  }

  Judgement photos(PhotoCaptureConfig config, PhotoCaptureValueInput input) {
    List<Photo> photos = new ArrayList<>();
    for (int index = 0; index < input.photos().size(); index++) {
      photos.add(photo(config, input.photos().get(index), "photos[%d]".formatted(index)));
    }
    int count = input.photos().size();
    findings.require(
        count >= config.minPhotos(),
        "photos",
        "Photos needed: %d or more.".formatted(config.minPhotos()));
    findings.require(
        count <= config.maxPhotos(), "photos", "At most %d photos.".formatted(config.maxPhotos()));
    findings.require(
        photos.stream().map(Photo::attachmentId).distinct().count() == photos.size(),
        "photos",
        "Each photo once.");
    if (config.beforeAfter()) {
      for (PhotoKind kind : PhotoKind.values()) {
        findings.require(
            photos.stream().anyMatch(photo -> photo.kind() == kind),
            "photos",
            "One of the photos must be of %s.".formatted(kind));
      }
    }
    return Judgement.of(
        new PhotoCaptureValue(ItemValue.VERSION, false, findings.note(input.note()), photos),
        ItemOutcome.INFO);
  }

  void requireKnownPhotos(List<PhotoInput> photos) {
    for (int index = 0; index < photos.size(); index++) {
      Attachment attachment = context.photos().get(photos.get(index).attachmentId().uuid());
      if (attachment == null || !attachment.isImage()) {
        findings.unknown(
            "photos[%d].attachmentId".formatted(index),
            "This is no photo of this item; attach it to the item first.");
      }
    }
  }

  private Photo photo(PhotoCaptureConfig config, PhotoInput input, String path) {
    Attachment attachment =
        Objects.requireNonNull(context.photos().get(input.attachmentId().uuid()));
    findings.require(
        !config.geoRequired() || input.geo() != null,
        path + ".geo",
        "Say where the photo was taken.");
    findings.require(
        config.source() != PhotoSource.CAMERA || input.takenAt() != null,
        path + ".takenAt",
        "Take the photo with the camera, and say when it was taken.");
    findings.require(
        input.takenAt() == null || !input.takenAt().isAfter(context.now()),
        path + ".takenAt",
        "A photo can't be of later than now.");
    return new Photo(
        attachment.id(),
        attachment.sha256(),
        input.takenAt(),
        geo(path + ".geo", input.geo()),
        input.kind());
  }

  private @Nullable Geo geo(String path, @Nullable GeoInput input) {
    if (input == null) {
      return null;
    }
    BigDecimal latitude = findings.decimal(path + ".latitude", input.latitude(), null);
    BigDecimal longitude = findings.decimal(path + ".longitude", input.longitude(), null);
    findings.require(isDegrees(latitude, 90), path + ".latitude", "Degrees from -90 to 90.");
    findings.require(isDegrees(longitude, 180), path + ".longitude", "Degrees from -180 to 180.");
    return new Geo(input.latitude(), input.longitude());
  }

  private static boolean isDegrees(@Nullable BigDecimal number, int most) {
    return number == null || number.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
  }
}
