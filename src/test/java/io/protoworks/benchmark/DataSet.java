package io.protoworks.benchmark;

import io.protoworks.protocol.Play;
import java.util.UUID;

/** A plant of a size, with people of its companies who have their signatures. */
public record DataSet(Size size, UUID template, Play.Cast cast) {

  /** The sizes; each subsystem has 100 equipments, 240 protocols and 40 pendencies. */
  public enum Size {
    S(25),
    M(250),
    L(1_000);

    private final int subsystems;

    Size(int subsystems) {
      this.subsystems = subsystems;
    }

    public int subsystems() {
      return subsystems;
    }

    String projectCode() {
      return "DATA-SET-" + name();
    }
  }

  public UUID projectId() {
    return cast.site().projectId();
  }
}
