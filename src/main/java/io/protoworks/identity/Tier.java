package io.protoworks.identity;

/** The plan that a user's quotas come from. */
public enum Tier {
  FREE,
  PRO,
  PREMIUM
}
