package io.protoworks.register;

/** Which of day and month a date such as 03/04/2009 begins with; a file never mixes the two. */
public enum RegisterDateOrder {
  DAY_FIRST,
  MONTH_FIRST
}
